import { oneSidedP, twoSidedP } from './normal';

/** So many of so many: interrupted instances of instances. */
export interface Proportion {
  successes: number;
  n: number;
}

/** All of several proportions together. */
export function poolProportions(parts: Iterable<Proportion>): Proportion {
  const pooled = { successes: 0, n: 0 };
  for (const { successes, n } of parts) {
    pooled.successes += successes;
    pooled.n += n;
  }
  return pooled;
}

/**
 * How much more the daily rates of a reference window vary than chance: φ = max(1, Pearson χ² ÷ (days − 1)), 1 with fewer than two
 * days or a pooled rate of 0 or 1 (McCullagh & Nelder 1989, §4.5).
 *
 * @param days the days of the window; one with `n = 0` has no rate and does not count
 */
export function overdispersion(days: readonly Proportion[]): number {
  const counted = days.filter(({ n }) => n > 0);
  const { successes, n: total } = poolProportions(counted);
  if (counted.length < 2 || successes === 0 || successes === total) return 1;
  const rate = successes / total;
  let chiSquare = 0;
  for (const day of counted) chiSquare += (day.successes - day.n * rate) ** 2 / (day.n * rate * (1 - rate));
  return Math.max(1, chiSquare / (counted.length - 1));
}

/**
 * Pooled two-sided two-proportion z-test, with z divided by √φ (Fleiss, Levin & Paik 2003, §3.1, without continuity correction;
 * McCullagh & Nelder 1989, §4.5).
 *
 * @returns z (positive when `a` is higher) and its p-value; z = 0 and p = 1 where the pooled rate is 0 or 1: nothing differs
 */
export function twoProportionTest(a: Proportion, b: Proportion, phi = 1): { z: number; p: number } {
  const z = proportionZ(a, b, phi);
  return z === undefined ? { z: 0, p: 1 } : { z, p: twoSidedP(z) };
}

/**
 * The same test one-sided: whether `a` is higher than `b`.
 *
 * @returns z as `twoProportionTest` has it, and P(Z ≥ z); z = 0 and p = 1 where the pooled rate is 0 or 1
 */
export function higherProportionTest(a: Proportion, b: Proportion, phi = 1): { z: number; p: number } {
  const z = proportionZ(a, b, phi);
  return z === undefined ? { z: 0, p: 1 } : { z, p: oneSidedP(z) };
}

/** Absent where the pooled rate is 0 or 1. */
function proportionZ(a: Proportion, b: Proportion, phi: number): number | undefined {
  const { successes, n } = poolProportions([a, b]);
  if (a.n === 0 || b.n === 0) throw new RangeError('Failed to compare two proportions: one has no observations.');
  if (successes === 0 || successes === n) return undefined;
  const rate = successes / n;
  const error = Math.sqrt(rate * (1 - rate) * (1 / a.n + 1 / b.n) * phi);
  return (a.successes / a.n - b.successes / b.n) / error;
}
