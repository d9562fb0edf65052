import { expect, test } from 'vitest';
import { normalCdf, oneSidedP, twoSidedP, Z_95 } from './normal';

/** erfc(z / √2) as the C library gives it. */
const KNOWN: [z: number, p: number][] = [
  [0.1, 0.920344325445942],
  [0.5, 0.6170750774519738],
  [1, 0.31731050786291415],
  [1.5, 0.13361440253771617],
  [1.96, 0.04999579029644087],
  [2.5, 0.012419330651552278],
  [2.999999, 0.00269980492697031],
  [3, 0.0026997960632601913],
  [3.000001, 0.0026997871995766637],
  [4, 6.334248366623993e-05],
  [5, 5.733031437583892e-07],
  [6, 1.9731752900754024e-09],
  [8, 1.2441921148543639e-15],
  [10, 1.5239706048321186e-23],
  [20, 5.507248237212663e-89],
  [37, 1.1451142445050278e-299],
];

test.each(KNOWN)('the p-value of z = %d is exact to 1e-12', (z, p) => {
  expect(Math.abs(twoSidedP(z) - p)).toBeLessThanOrEqual(1e-12 * p);
  expect(twoSidedP(-z)).toBe(twoSidedP(z));
});

test('the distribution is symmetric and Z_95 leaves 2.5 % above', () => {
  expect(normalCdf(0)).toBe(0.5);
  expect(normalCdf(Z_95)).toBeCloseTo(0.975, 14);
  expect(normalCdf(-Z_95)).toBeCloseTo(0.025, 14);
  expect(normalCdf(40)).toBe(1);
  expect(normalCdf(-40)).toBe(0);
});

test('a one-sided p is half the two-sided one on its side, and both sides make a whole', () => {
  for (const [z] of KNOWN) {
    expect(oneSidedP(z)).toBe(twoSidedP(z) / 2);
    expect(oneSidedP(z) + oneSidedP(-z)).toBe(1);
  }
  expect(oneSidedP(0)).toBe(0.5);
});
