import { expect, test } from 'vitest';
import { Chance } from '../testing';
import { pearson, ranksOf, spearman } from './spearman';

test('ties share the mean of their ranks', () => {
  expect(ranksOf([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
  expect(ranksOf([])).toEqual([]);
});

test('by hand: ten pairs, of which three neighbours changed places', () => {
  // Σ d² = 6, so r = 1 − 6·6 ÷ (10·99)
  const result = spearman([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [2, 1, 3, 5, 4, 6, 7, 8, 10, 9]);
  expect(result?.r).toBeCloseTo(1 - 36 / 990, 12);
  // atanh(0.963636) ÷ √(1.06/7) = 5.127…
  expect(result?.p).toBeCloseTo(2.9e-7, 7);
});

test('only the order counts, and the sign is the direction', () => {
  const xs = Array.from({ length: 12 }, (_, index) => index);
  expect(spearman(xs, xs.map((x) => Math.exp(x)))).toEqual({ r: 1, p: 0 });
  expect(spearman(xs, xs.map((x) => -(x ** 3)))).toEqual({ r: -1, p: 0 });
});

test('too few pairs, or nothing that varies, have no correlation', () => {
  expect(spearman([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeUndefined();
  expect(spearman(Array.from({ length: 12 }, () => 4), Array.from({ length: 12 }, (_, index) => index))).toBeUndefined();
  expect(pearson([1, 1], [1, 2])).toBeUndefined();
});

test('of series that have nothing to do with each other at most one in twenty is significant (seeded)', () => {
  const chance = new Chance(7);
  const series = () => Array.from({ length: 40 }, () => chance.uniform());
  const found = Array.from({ length: 2_000 }, () => spearman(series(), series())!.p < 0.05).filter(Boolean).length / 2_000;
  expect(found).toBeGreaterThan(0.03);
  expect(found).toBeLessThan(0.05);
});
