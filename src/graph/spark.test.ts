import { expect, test } from 'vitest';
import { sparkPath, sparkWidth } from './spark';

test('days go from left to right, from the foot at zero to the top at the greatest', () => {
  expect(sparkPath([0, 2, 1], 40, 12)).toBe('M0.0 11.0L20.0 1.0L40.0 6.0');
});

test('the line takes what the note leaves, and is left out where that is too little or nothing happened', () => {
  const daily = [1, 0, 2];
  expect(sparkWidth({ daily }, 112)).toBe(46);
  const beside = sparkWidth({ daily, note: { text: '未接续 34', tone: 'break', rank: 1 } }, 112) ?? 0;
  expect(beside).toBeGreaterThan(25);
  expect(beside).toBeLessThan(46);
  expect(sparkWidth({ daily, note: { text: 'Missed 123,456,789', tone: 'break' } }, 112)).toBeUndefined();
  expect(sparkWidth({ daily: [0, 0, 0] }, 112)).toBeUndefined();
});
