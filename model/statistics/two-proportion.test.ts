import { expect, test } from 'vitest';
import { higherProportionTest, overdispersion, poolProportions, twoProportionTest } from './two-proportion';

test('15 in 100 against 5 in 100', () => {
  // Pooled 0.1: z = 0.1 / √(0.09 · 0.02).
  const { z, p } = twoProportionTest({ successes: 15, n: 100 }, { successes: 5, n: 100 });
  expect(z).toBeCloseTo(0.1 / Math.sqrt(0.0018), 12);
  expect(p).toBeCloseTo(0.018422, 6);
  expect(twoProportionTest({ successes: 5, n: 100 }, { successes: 15, n: 100 })).toEqual({ z: -z, p });
});

test('overdispersion divides z by its root', () => {
  const a = { successes: 15, n: 100 };
  const b = { successes: 5, n: 100 };
  expect(twoProportionTest(a, b, 4).z).toBeCloseTo(twoProportionTest(a, b).z / 2, 12);
});

test('where nobody or everybody is interrupted nothing differs', () => {
  expect(twoProportionTest({ successes: 0, n: 9 }, { successes: 0, n: 4 })).toEqual({ z: 0, p: 1 });
  expect(twoProportionTest({ successes: 9, n: 9 }, { successes: 4, n: 4 })).toEqual({ z: 0, p: 1 });
});

test('nothing compares with no observations', () => {
  expect(() => twoProportionTest({ successes: 0, n: 0 }, { successes: 1, n: 4 })).toThrow(RangeError);
});

test('overdispersion is Pearson’s χ² by its degrees of freedom', () => {
  // Pooled 0.2, each day expects 20 with variance 16: (10² + 0² + 10²) / 16 / 2.
  const days = [10, 20, 30].map((successes) => ({ successes, n: 100 }));
  expect(overdispersion(days)).toBeCloseTo(6.25, 12);
  expect(overdispersion([...days, { successes: 0, n: 0 }])).toBeCloseTo(6.25, 12);
});

test('overdispersion is never below one, and one where it cannot be told', () => {
  expect(overdispersion([20, 20, 20].map((successes) => ({ successes, n: 100 })))).toBe(1);
  expect(overdispersion([])).toBe(1);
  expect(overdispersion([{ successes: 5, n: 10 }, { successes: 0, n: 0 }])).toBe(1);
  expect(overdispersion([0, 0].map((successes) => ({ successes, n: 10 })))).toBe(1);
  expect(overdispersion([10, 10].map((successes) => ({ successes, n: 10 })))).toBe(1);
});

test('one-sided, 15 in 100 are more than 5 in 100, and not the other way round', () => {
  const a = { successes: 15, n: 100 };
  const b = { successes: 5, n: 100 };
  const two = twoProportionTest(a, b, 1.5);
  expect(higherProportionTest(a, b, 1.5)).toEqual({ z: two.z, p: two.p / 2 });
  expect(higherProportionTest(b, a, 1.5)).toEqual({ z: -two.z, p: 1 - two.p / 2 });
  expect(higherProportionTest({ successes: 0, n: 9 }, { successes: 0, n: 4 })).toEqual({ z: 0, p: 1 });
  expect(() => higherProportionTest(a, { successes: 0, n: 0 })).toThrow(RangeError);
});

test('proportions are pooled by their counts', () => {
  expect(poolProportions([{ successes: 1, n: 4 }, { successes: 0, n: 0 }, { successes: 2, n: 3 }])).toEqual({ successes: 3, n: 7 });
  expect(poolProportions([])).toEqual({ successes: 0, n: 0 });
});
