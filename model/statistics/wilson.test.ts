import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Z_95 } from './normal';
import { wilson } from './wilson';

test('10 in 100 is 10 %, between 5.5 and 17.4 %', () => {
  const { value, low, high } = wilson(10, 100);
  expect(value).toBe(0.1);
  expect(low).toBeCloseTo(0.05522914, 8);
  expect(high).toBeCloseTo(0.1743657, 7);
});

test('none and all have a bound at the value', () => {
  expect(wilson(0, 5)).toMatchObject({ value: 0, low: 0 });
  expect(wilson(5, 5)).toMatchObject({ value: 1, high: 1 });
  expect(wilson(0, 10).high).toBeCloseTo(0.2775328, 7);
});

test('both bounds are where the observed value lies 1.96 standard errors away, and around it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const successes = Math.min(n - 1, Math.max(1, Math.round(share * n)));
      const { value, low, high } = wilson(successes, n);
      for (const bound of [low, high]) expect(Math.abs(value - bound) / Math.sqrt((bound * (1 - bound)) / n)).toBeCloseTo(Z_95, 6);
      expect(low < value && value < high).toBe(true);
    }),
  );
});

test('a rate of nothing is an error', () => {
  expect(() => wilson(0, 0)).toThrow(RangeError);
  expect(() => wilson(3, 2)).toThrow(RangeError);
});
