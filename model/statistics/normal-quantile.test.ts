import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCdf, oneSidedP, Z_95 } from './normal';
import { normalQuantile } from './normal-quantile';

/** As SciPy's `norm.ppf` gives them. */
const KNOWN: [p: number, z: number][] = [
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798409],
  [1e-12, -7.034483825301131],
  [1e-10, -6.361340902404056],
  [1e-05, -4.264890793922825],
  [0.001, -3.090232306167813],
  [0.05, -1.6448536269514729],
  [0.074, -1.4466320671589785],
  [0.076, -1.4325027208258116],
  [0.2, -0.8416212335729142],
  [0.4, -0.2533471031357997],
  [0.8, 0.8416212335729143],
  [0.9, 1.2815515655446004],
  [0.95, 1.6448536269514722],
  [0.975, 1.959963984540054],
  [0.99999, 4.264890793923841],
];

test.each(KNOWN)('the quantile of %d is exact to 1e-13', (p, z) => {
  expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(1e-13 * Math.abs(z));
});

test('the middle, the ends, and the quantile the intervals use', () => {
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
  expect(normalQuantile(0.975)).toBeCloseTo(Z_95, 14);
  expect(() => normalQuantile(1.1)).toThrow(RangeError);
  expect(() => normalQuantile(NaN)).toThrow(RangeError);
});

test('it undoes the distribution, in the middle and in the tail', () => {
  fc.assert(
    fc.property(fc.double({ min: -8, max: 5, noNaN: true }), (z) => {
      expect(Math.abs(normalQuantile(normalCdf(z)) - z)).toBeLessThan(1e-9);
      // A tail keeps its figures only on the side where it is small.
      if (z < 0) expect(Math.abs(normalQuantile(oneSidedP(-z)) - z)).toBeLessThan(1e-11);
    }),
  );
});
