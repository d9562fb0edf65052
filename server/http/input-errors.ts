import type { Problem } from '#contract';
import type { z } from 'zod';

type InputError = NonNullable<Problem['errors']>[number];

const escapeToken = (key: PropertyKey): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1');

/** RFC 6901 pointer to where an issue is; empty for the whole value. */
const jsonPointer = (path: readonly PropertyKey[]): string => path.map((key) => `/${escapeToken(key)}`).join('');

/** The deepest issues: of a union, those of its first branch, which is the one a person most likely meant. */
function leaves(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [first] = issue.errors;
  if (!first || first.length === 0) return [issue];
  return first.flatMap(leaves).map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
}

/** What is wrong in a body, by JSON pointer. */
export const bodyErrors = (error: z.ZodError): InputError[] =>
  error.issues.flatMap(leaves).map(({ path, message }) => ({ pointer: jsonPointer(path), reason: message }));

/** What is wrong in the query or path, by the name as `?from`; what lies inside a value (a JSON profile) follows as a pointer. */
export const urlErrors = (error: z.ZodError): InputError[] =>
  error.issues.flatMap(leaves).map(({ path: [name, ...rest], message }) => ({ pointer: `?${String(name ?? '')}${jsonPointer(rest)}`, reason: message }));
