import type { z } from 'zod';

/** Throws when an answer is not what the contract says: a field of the wrong kind, or one that the contract does not name. */
export function checkAnswer(schema: z.ZodType, answer: unknown): void {
  const parsed = schema.parse(answer);
  const path = undeclared(answer, parsed);
  if (path !== undefined) throw new TypeError(`Failed to check an answer: the contract does not name ${path}.`);
}

function undeclared(answer: unknown, parsed: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || typeof parsed !== 'object' || parsed === null) return undefined;
  const declared = new Map(Object.entries(parsed));
  for (const [key, value] of Object.entries(answer)) {
    if (value === undefined) continue;
    if (!declared.has(key)) return `/${key}`;
    const inside = undeclared(value, declared.get(key));
    if (inside !== undefined) return `/${key}${inside}`;
  }
  return undefined;
}
