/** Numerator and denominator of a rational approximation, highest power first; coefficients as doubles hold them. */
type Rational = readonly [numerator: readonly number[], denominator: readonly number[]];

/** |p − ½| ≤ 0.425, in 0.180625 − (p − ½)². */
const CENTRAL: Rational = [
  [2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665],
  [5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579, 42.31333070160091, 1],
];

/** Down to a tail of e⁻²⁵, in √(−ln tail) − 1.6. */
const OUTER: Rational = [
  [0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835],
  [1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038, 2.053191626637759, 1],
];

/** Beyond, in √(−ln tail) − 5. */
const FAR: Rational = [
  [2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103],
  [2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1],
];

const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
const at = ([numerator, denominator]: Rational, x: number): number => polynomial(numerator, x) / polynomial(denominator, x);

/**
 * The z with P(Z ≤ z) = p of a standard normal Z, to about sixteen figures; −∞ at 0 and ∞ at 1 (Wichura 1988, "Algorithm AS 241: The
 * percentage points of the normal distribution", Appl. Statist. 37, PPND16).
 *
 * @param p in [0, 1]
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Failed to take the normal quantile of ${p}.`);
  const fromMiddle = p - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * at(CENTRAL, 0.180625 - fromMiddle * fromMiddle);
  const tail = Math.min(p, 1 - p);
  if (tail === 0) return fromMiddle * Infinity;
  const r = Math.sqrt(-Math.log(tail));
  return Math.sign(fromMiddle) * (r <= 5 ? at(OUTER, r - 1.6) : at(FAR, r - 5));
}
