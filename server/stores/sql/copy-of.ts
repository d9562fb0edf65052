/** Copies what came from JSON, several times quicker than `structuredClone`. */
export function copyOf<Value>(value: Value): Value;
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => copyOf<unknown>(item));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) copy[name] = copyOf<unknown>((value as Record<string, unknown>)[name]); // Whatever is there.
  return copy;
}
