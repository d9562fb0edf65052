/** The 97.5 % quantile of the standard normal distribution. */
export const Z_95 = 1.959963984540054;

/** Below this the series is at least as exact as the continued fraction; above, it cancels. */
const SERIES_UNTIL = 3;

/** Enough for double precision from `SERIES_UNTIL` on. */
const FRACTION_DEPTH = 200;

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * P(Z > z) of a standard normal Z, for z ≥ 0, to a relative error below 1e-12.
 *
 * Sources: the series of Marsaglia 2004 ("Evaluating the Normal Distribution", J. Stat. Softw. 11) near the middle, Laplace's continued
 * fraction (Abramowitz & Stegun 26.2.14) in the tail.
 */
function upperTail(z: number): number {
  if (z < SERIES_UNTIL) {
    let term = z;
    let sum = z;
    for (let odd = 3; term > 1e-18; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 - density(z) * sum;
  }
  let fraction = z;
  for (let k = FRACTION_DEPTH; k > 0; k--) fraction = z + k / fraction;
  return density(z) / fraction;
}

/** P(Z ≤ z) of a standard normal Z. */
export const normalCdf = (z: number): number => (z < 0 ? upperTail(-z) : 1 - upperTail(z));

/** P(Z ≥ z) of a standard normal Z, exact in both tails: the p-value of a one-sided z-test. */
export const oneSidedP = (z: number): number => (z < 0 ? 1 - upperTail(-z) : upperTail(z));

/** P(|Z| ≥ |z|) of a standard normal Z: the p-value of a two-sided z-test. */
export const twoSidedP = (z: number): number => 2 * upperTail(Math.abs(z));
