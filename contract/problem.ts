import { z } from 'zod';
import { toldReason } from './reasons';

/** Every kind of problem the API can answer, with its HTTP status; `type` is `urn:throughline:` and the code. */
export const PROBLEMS = {
  'invalid-input': 400,
  /** The person that the request acts as is not, or no longer, there. */
  'unknown-person': 400,
  'origin-not-allowed': 403,
  /** Whoever acts has not the role for it. */
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  /** A move that is not possible (yet): `errors` say what it still needs. */
  'move-refused': 409,
  /** A bulk action whose filter selects another number than the asker saw. */
  'count-changed': 409,
  'version-stale': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'unprocessable-file': 422,
  /** An Idempotency-Key that was used for another request. */
  'idempotency-mismatch': 422,
  'version-required': 428,
  /** More events wait than are good to hold; `Retry-After` says when to send again. */
  'too-busy': 429,
  internal: 500,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457 `title`: the same words for every problem of a kind. */
export const PROBLEM_TITLES: Record<ProblemCode, string> = {
  'invalid-input': 'The input is not valid',
  'unknown-person': 'Nobody is known by this name',
  'origin-not-allowed': 'This origin may not change anything here',
  forbidden: 'This is for others to do',
  'not-found': 'There is nothing here',
  'method-not-allowed': 'This address does not take this method',
  'move-refused': 'This move is not possible yet',
  'count-changed': 'The list has changed meanwhile',
  'version-stale': 'Somebody changed it meanwhile',
  'too-large': 'The body is too large',
  'unsupported-media-type': 'This media type is not read here',
  'unprocessable-file': 'The file cannot be read',
  'idempotency-mismatch': 'This key was used for another request',
  'version-required': 'The version to change is required',
  'too-busy': 'Too much is waiting to be stored',
  internal: 'Something went wrong on the server',
  unavailable: 'Not ready yet',
};

export const problemType = (code: ProblemCode): string => `urn:throughline:${code}`;

/** RFC 9457 `application/problem+json`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  /** What in the input is wrong: a JSON pointer (RFC 6901) into the body, or `query`/`path` names as `?from`. */
  errors: z.array(z.object({ pointer: z.string(), ...toldReason.shape, line: z.int().optional() })).optional(),
  /** For `version-stale`: the resource as it is now; for `count-changed`: the number there are now. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof problem>;
