import { normalQuantile } from './normal-quantile';

/** A test of a drop against a reference already observed. */
export interface DropTest {
  /** Rate and observations of the reference: its own variance counts. */
  reference: { rate: number; n: number };
  /** Overdispersion of both sides, at least 1. */
  phi: number;
  /** One-sided level. */
  alpha: number;
  /** The chance wanted of finding the drop when it is there. */
  power: number;
}

/**
 * Whether `higherProportionTest` finds a drop of that size with the power wanted, given so many later observations (Fleiss, Levin & Paik
 * 2003, §4.2–4.4: pooled variance under no drop, unpooled under the drop, unequal samples, no continuity correction; both variances times
 * φ, McCullagh & Nelder 1989, §4.5).
 *
 * @param drop from the reference rate; one below 0 is taken to 0
 */
export function findsDrop({ reference, phi, alpha, power }: DropTest, drop: number, n: number): boolean {
  if (reference.n === 0 || n === 0) return false;
  const before = reference.rate;
  const after = Math.max(0, before - drop);
  const together = (before * reference.n + after * n) / (reference.n + n);
  const withoutDrop = variance(together) * (1 / reference.n + 1 / n);
  const withDrop = variance(before) / reference.n + variance(after) / n;
  const needed = normalQuantile(1 - alpha) * Math.sqrt(phi * withoutDrop) + normalQuantile(power) * Math.sqrt(phi * withDrop);
  return before - after >= needed;
}

/**
 * The least number of later observations with which the test finds a drop of that size.
 *
 * @param most where to stop looking
 * @returns absent when not even `most` are enough: the reference's own variance may be too large for any number
 */
export function sampleSizeForDrop(test: DropTest, drop: number, most: number): number | undefined {
  if (!findsDrop(test, drop, most)) return undefined;
  let tooFew = 0;
  let enough = most;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (findsDrop(test, drop, middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** Far finer than any rate is shown. */
const DROP_PRECISION = 1e-6;

/**
 * The least drop that the test finds with so many later observations, to a millionth (rounded up, so that it is found).
 *
 * @returns absent when not even a drop to 0 is found
 */
export function leastDropFound(test: DropTest, n: number): number | undefined {
  let enough = test.reference.rate;
  if (!findsDrop(test, enough, n)) return undefined;
  let tooSmall = 0;
  while (enough - tooSmall > DROP_PRECISION) {
    const middle = (tooSmall + enough) / 2;
    if (findsDrop(test, middle, n)) enough = middle;
    else tooSmall = middle;
  }
  return enough;
}

const variance = (rate: number): number => rate * (1 - rate);
