import { z } from 'zod';
import { toldReason } from './reasons';

/** Every kind of problem the API can answer, with its HTTP status; `type` is `urn:throughline:` and the code. */
export const PROBLEMS = {
  'invalid-input': 400,
  /** The person that the request acts as is not, or no longer, there. */
  'unknown-person': 400,
  'origin-not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'version-stale': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'unprocessable-file': 422,
  'version-required': 428,
  internal: 500,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457 `title`: the same words for every problem of a kind. */
export const PROBLEM_TITLES: Record<ProblemCode, string> = {
  'invalid-input': 'The input is not valid',
  'unknown-person': 'Nobody is known by this name',
  'origin-not-allowed': 'This origin may not change anything here',
  'not-found': 'There is nothing here',
  'method-not-allowed': 'This address does not take this method',
  'version-stale': 'Somebody changed it meanwhile',
  'too-large': 'The body is too large',
  'unsupported-media-type': 'This media type is not read here',
  'unprocessable-file': 'The file cannot be read',
  'version-required': 'The version to change is required',
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
  /** For `version-stale`: the resource as it is now. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof problem>;
