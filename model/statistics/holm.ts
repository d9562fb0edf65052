/**
 * P-values adjusted so that, judged at α, the chance of any false one among them is at most α, however they depend on each other (Holm
 * 1979, "A simple sequentially rejective multiple test procedure", step-down).
 *
 * @param pValues one per test
 * @returns in the same order; significant at α is what is ≤ α
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => 1);
  const ascending = pValues.map((p, index) => ({ p, index })).toSorted((a, b) => a.p - b.p);
  let least = 0;
  for (const [rank, { p, index }] of ascending.entries()) {
    least = Math.max(least, Math.min(1, (ascending.length - rank) * p));
    adjusted[index] = least;
  }
  return adjusted;
}
