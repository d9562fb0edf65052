import { z } from 'zod';
import { ProblemError } from './problem-error';

/** A URL's query: a string for each name, an array of strings where the name is repeated. */
export function queryValues(search: URLSearchParams): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(search.keys())) {
    const all = search.getAll(name);
    values[name] = all.length === 1 ? (all[0] ?? '') : all;
  }
  return values;
}

/** Refuses names that the endpoint does not know: a mistyped filter must not silently answer for everything. */
export function refuseUnknownNames(search: URLSearchParams, schema: z.ZodType | undefined): void {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const unknown = [...new Set(search.keys())].filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const errors = unknown.map((name) => ({ pointer: `?${name}`, reason: `unknown name; ${hint(name, known)}` }));
  throw new ProblemError('invalid-input', 'The address has a name in its query that is not known here.', { errors });
}

function hint(name: string, known: readonly string[]): string {
  const near = known
    .map((one) => ({ one, away: distance(name.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, away }) => away <= Math.max(one.length, name.length) / 2)
    .toSorted((a, b) => a.away - b.away)[0];
  if (near) return `did you mean "${near.one}"?`;
  return known.length > 0 ? `known are ${known.join(', ')}` : 'none is known here';
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
