import { Z_95 } from './normal';

/** A proportion in [0, 1] with its interval. */
export interface Rate {
  value: number;
  low: number;
  high: number;
}

/**
 * A proportion with its 95 % Wilson score interval (Wilson 1927, "Probable inference").
 *
 * @param successes of `n`, 0 ≤ successes ≤ n
 * @param n at least 1
 */
export function wilson(successes: number, n: number): Rate {
  if (!(n > 0 && successes >= 0 && successes <= n)) throw new RangeError(`Failed to take the rate of ${successes} in ${n}.`);
  const value = successes / n;
  const zz = Z_95 * Z_95;
  const centre = (value + zz / (2 * n)) / (1 + zz / n);
  const half = (Z_95 / (1 + zz / n)) * Math.sqrt((value * (1 - value)) / n + zz / (4 * n * n));
  // At 0 and 1 the bound is the value itself, which rounding would miss by an ulp.
  return { value, low: successes === 0 ? 0 : centre - half, high: successes === n ? 1 : centre + half };
}
