import { missing, PROBLEMS, problemType, type Missing, type Problem, type ProblemCode, type ToldReason } from '#contract';

/**
 * Why a question has no answer:
 *
 * - `problem`: the API said so, in its own words (RFC 9457).
 * - `network`: no answer came: offline, refused, or cut off.
 * - `malformed`: an answer came that is not what the contract promises.
 */
export type ApiFailure =
  | { kind: 'problem'; problem: Problem; code: ProblemCode | undefined }
  | { kind: 'network' }
  | { kind: 'malformed'; status: number; issues: readonly string[] };

/** Thrown by every call of the API; `failure` says what went wrong and the app decides what a person sees. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly failure: ApiFailure,
    /** Such as `GET /panorama`. */
    readonly operation: string,
    options?: ErrorOptions,
  ) {
    super(`${operation} failed: ${summaryOf(failure)}`, options);
  }

  /** Which problem the API told; absent where it told none. */
  get code(): ProblemCode | undefined {
    return this.failure.kind === 'problem' ? this.failure.code : undefined;
  }

  /** Of a stale write, the resource as it is now; of a bulk action, the number there are now. To be parsed by whoever knows what it is. */
  get current(): unknown {
    return this.failure.kind === 'problem' ? this.failure.problem.current : undefined;
  }

  /** Why a file was not taken, each reason to be told in the language of the page (`reasonIn`). */
  get reasons(): ToldReason[] {
    return this.failure.kind === 'problem' && this.failure.code === 'unprocessable-file' ? (this.failure.problem.errors ?? []) : [];
  }

  /** What a refused move still needs. */
  get missing(): Missing[] {
    if (this.failure.kind !== 'problem' || this.failure.code !== 'move-refused') return [];
    return (this.failure.problem.errors ?? []).flatMap((error) => missing.safeParse(error).data ?? []);
  }
}

const summaryOf = (failure: ApiFailure): string => {
  switch (failure.kind) {
    case 'problem':
      return [failure.problem.title, failure.problem.detail].filter(Boolean).join(': ');
    case 'network':
      return 'no answer from the API';
    case 'malformed':
      return `the answer (status ${failure.status}) is not what the contract promises: ${failure.issues.join('; ')}`;
  }
};

/** The code of a problem's `type`; absent for a type this page does not know. */
export const problemCode = ({ type }: Problem): ProblemCode | undefined => {
  const codes = Object.keys(PROBLEMS) as ProblemCode[]; // `Object.keys` forgets the keys of a constant.
  return codes.find((code) => problemType(code) === type);
};
