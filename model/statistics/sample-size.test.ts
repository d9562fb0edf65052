import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DropTest, findsDrop, leastDropFound, sampleSizeForDrop } from './sample-size';

const at = (rate: number, n: number, phi = 1): DropTest => ({ reference: { rate, n }, phi, alpha: 0.05, power: 0.8 });

test('as computed with SciPy’s quantiles, counting up one by one', () => {
  expect(sampleSizeForDrop(at(0.08, 28_000), 0.016, 1e6)).toBe(1761);
  expect(sampleSizeForDrop(at(0.08, 28_000, 4.3), 0.016, 1e6)).toBe(9415);
  expect(sampleSizeForDrop(at(0.1, 5000), 0.02, 1e6)).toBe(1729);
});

test('with two samples of a size it is the textbook’s formula', () => {
  // Fleiss, Levin & Paik 2003, (4.14) without continuity correction, one-sided 5 %, 80 %: (1.6449 √(2 · 0.25 · 0.75) + 0.8416 √(0.21 + 0.16))² ÷ 0.1².
  const n = (1.6448536 * Math.sqrt(2 * 0.25 * 0.75) + 0.8416212 * Math.sqrt(0.21 + 0.16)) ** 2 / 0.01;
  expect(findsDrop(at(0.3, Math.ceil(n)), 0.1, Math.ceil(n))).toBe(true);
  expect(findsDrop(at(0.3, Math.floor(n)), 0.1, Math.floor(n))).toBe(false);
});

test('no number is enough when the reference itself is too small', () => {
  expect(sampleSizeForDrop(at(0.08, 100), 0.016, 1e9)).toBeUndefined();
  expect(sampleSizeForDrop(at(0.08, 0), 0.016, 1e9)).toBeUndefined();
  expect(sampleSizeForDrop(at(0.08, 28_000), 0.016, 1760)).toBeUndefined();
  expect(leastDropFound(at(0.08, 10), 10)).toBeUndefined();
});

test('a rate cannot drop below 0', () => {
  expect(findsDrop(at(0.02, 1000), 0.5, 1000)).toBe(findsDrop(at(0.02, 1000), 0.02, 1000));
});

const size = fc.integer({ min: 1, max: 1_000_000 });
const share = fc.double({ min: 0.001, max: 1, noNaN: true });

test('what is found stays found with more observations, a larger drop or less overdispersion', () => {
  fc.assert(
    fc.property(share, share, size, size, size, share, fc.double({ min: 1, max: 40, noNaN: true }), (rate, part, n0, n, more, further, phi) => {
      const drop = rate * part;
      const found = findsDrop(at(rate, n0, phi), drop, n);
      if (!found) return;
      expect(findsDrop(at(rate, n0, phi), drop, n + more)).toBe(true);
      expect(findsDrop(at(rate, n0, phi), drop + (rate - drop) * further, n)).toBe(true);
      expect(findsDrop(at(rate, n0, 1), drop, n)).toBe(true);
    }),
  );
});

test('the least sample and the least drop are least', () => {
  fc.assert(
    fc.property(share, share, size, size, (rate, part, n0, n) => {
      const one = at(rate, n0, 2);
      const needed = sampleSizeForDrop(one, rate * part, n);
      expect(needed === undefined).toBe(!findsDrop(one, rate * part, n));
      if (needed !== undefined && needed > 1) expect(findsDrop(one, rate * part, needed - 1)).toBe(false);
      const drop = leastDropFound(one, n);
      if (drop === undefined) return;
      expect(findsDrop(one, drop, n)).toBe(true);
      expect(findsDrop(one, drop - 2e-6, n)).toBe(false);
    }),
  );
});
