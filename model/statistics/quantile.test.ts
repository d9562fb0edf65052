import { expect, test } from 'vitest';
import { quantile } from './quantile';

test('quantiles between two values are interpolated', () => {
  expect([0, 0.25, 0.5, 0.9, 1].map((q) => quantile([1, 2, 3, 10], q))).toEqual([1, 1.75, 2.5, 7.9, 10].map((value) => expect.closeTo(value, 12)));
});

test('the quantile of one value is that value', () => {
  expect(quantile([7], 0.9)).toBe(7);
});

test('no values have no quantile', () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});
