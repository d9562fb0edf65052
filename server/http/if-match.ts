import { ProblemError } from './problem-error';

/** The version in `If-Match: "7"`; `undefined` when it is absent or `*`. Throws `invalid-input` when it is no version. */
export function expectedVersion(request: Request): number | undefined {
  const header = request.headers.get('if-match')?.trim();
  if (header === undefined || header === '*') return undefined;
  const version = /^"(\d+)"$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  const errors = [{ pointer: 'header:if-match', reason: 'a version in quotes, such as "7"' }];
  throw new ProblemError('invalid-input', 'If-Match is not a version.', { errors });
}

/** The version that a change is of. Throws `version-required` without one: nobody may overwrite what they have not seen. */
export function requiredVersion(request: Request): number {
  const version = expectedVersion(request);
  if (version !== undefined) return version;
  throw new ProblemError('version-required', 'Please say with If-Match which version you change, such as If-Match: "7".');
}

/** The strong ETag of a version, which `If-Match` takes back. */
export const versionTag = (version: number): string => `"${version}"`;
