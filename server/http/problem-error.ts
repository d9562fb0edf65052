import { type Problem, PROBLEM_TITLES, type ProblemCode, PROBLEMS, problemType } from '#contract';

/** What a handler throws to answer a problem. `detail` is one sentence about this very request. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly more: Pick<Problem, 'errors' | 'current'> = {},
    /** Of the answer. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.name = 'ProblemError';
  }
}

/** RFC 9457 answer to a problem. */
export function problemResponse({ code, detail, more, headers: own }: ProblemError, headers: Record<string, string> = {}): Response {
  const body: Problem = { type: problemType(code), title: PROBLEM_TITLES[code], status: PROBLEMS[code], detail, ...more };
  return new Response(JSON.stringify(body), {
    status: PROBLEMS[code],
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...own, ...headers },
  });
}
