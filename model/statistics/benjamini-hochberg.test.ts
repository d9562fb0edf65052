import { expect, test } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg';

test('the example of Benjamini and Hochberg: four of fifteen', () => {
  const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
  expect(benjaminiHochberg(p)).toEqual(p.map((_, index) => index < 4));
});

test('a small enough larger p-value carries the smaller ones with it', () => {
  expect(benjaminiHochberg([0.049, 0.04, 0.6])).toEqual([false, false, false]);
  expect(benjaminiHochberg([0.049, 0.04])).toEqual([true, true]);
});

test('no tests, no answers', () => {
  expect(benjaminiHochberg([])).toEqual([]);
});
