import { expect, test } from 'vitest';
import { sparklinePath } from './sparkline';

test('values run from nought to the highest, gaps lift the pen', () => {
  expect(sparklinePath([0, 2, undefined, 1], 63, 23)).toBe('M1.5 21.5L21.5 1.5M61.5 11.5');
});

test('no value, one value and nothing but noughts draw something sane', () => {
  expect(sparklinePath([], 60, 20)).toBe('');
  expect(sparklinePath([5], 60, 20)).toBe('M30.0 1.5');
  expect(sparklinePath([0, 0], 60, 20)).toBe('M1.5 18.5L58.5 18.5');
});
