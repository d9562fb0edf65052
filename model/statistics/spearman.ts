import { twoSidedP } from './normal';

/** Fewer pairs say nothing. */
export const LEAST_PAIRS = 10;

/** Ranks from 1, those of ties their mean. */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value);
  const ranks = values.map(() => 0);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (order[last + 1]?.value === order[first]?.value) last++;
    for (const { index } of order.slice(first, last + 1)) ranks[index] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}

/** Pearson's correlation; absent where one of the two never varies. */
export function pearson(xs: readonly number[], ys: readonly number[]): number | undefined {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  let [xx, yy, xy] = [0, 0, 0];
  xs.forEach((x, index) => {
    const [dx, dy] = [x - meanX, (ys[index] ?? 0) - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  });
  // Rounding may exceed 1 by an ulp.
  return xx === 0 || yy === 0 ? undefined : Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
}

/**
 * Spearman's rank correlation with a two-sided p-value by Fisher's z, its variance 1.06 ÷ (n − 3) (Fieller, Hartley & Pearson 1957, "Tests for rank
 * correlation coefficients I").
 *
 * @returns absent with fewer than 10 pairs, or where one of the two never varies
 */
export function spearman(xs: readonly number[], ys: readonly number[]): { r: number; p: number } | undefined {
  if (xs.length < LEAST_PAIRS) return undefined;
  const r = pearson(ranksOf(xs), ranksOf(ys));
  if (r === undefined) return undefined;
  return { r, p: Math.abs(r) === 1 ? 0 : twoSidedP(Math.atanh(r) / Math.sqrt(1.06 / (xs.length - 3))) };
}
