/**
 * Which of many tests are significant when at most `level` of those so called may be false (Benjamini & Hochberg 1995, step-up).
 *
 * @param pValues one per test
 * @returns in the same order, whether each is significant
 */
export function benjaminiHochberg(pValues: readonly number[], level = 0.05): boolean[] {
  const ascending = pValues.toSorted((a, b) => a - b);
  const last = ascending.findLastIndex((p, index) => p <= ((index + 1) / ascending.length) * level);
  const threshold = ascending[last] ?? -1;
  return pValues.map((p) => p <= threshold);
}
