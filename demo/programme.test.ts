import { expect, test } from 'vitest';
import { dateOf, dayOfDate } from './calendar';
import { FIXES, fixFactor, incidentOf, trend } from './programme';

const fix = FIXES.find((one) => one.name.zh === '人脸核验限流修复');

test('a fix takes effect on one touchpoint before another, and nowhere else', () => {
  if (!fix) throw new Error('The face check is not being fixed.');
  const between = dayOfDate('2026-11-20');
  expect(fixFactor(fix, 'app', between)).toBeCloseTo(0.55);
  expect(fixFactor(fix, 'wechat', between)).toBeCloseTo(1, 1);
  expect(fixFactor(fix, 'wechat', dayOfDate('2026-11-26'))).toBeCloseTo(0.55);
  expect(fixFactor(fix, 'web', between)).toBe(1);
});

test('a fix holds for seven months and then wears off without a jump', () => {
  if (!fix) throw new Error('The face check is not being fixed.');
  expect(fixFactor(fix, 'app', dayOfDate('2027-06-09'))).toBeCloseTo(0.55);
  for (let day = dayOfDate('2026-11-13'); day < dayOfDate('2027-11-12'); day++) {
    expect(Math.abs(fixFactor(fix, 'app', day) - fixFactor(fix, 'app', day - 1))).toBeLessThan(0.01);
  }
});

test('whatever the present is, the last six weeks have an incident, and the last ten a fix', () => {
  const fixed = new Set(FIXES.flatMap(({ live }) => Object.values(live)));
  for (let today = dayOfDate('2025-01-01'); today < dayOfDate('2030-01-01'); today++) {
    const back = (days: number) => Array.from({ length: days }, (_, ago) => today - ago);
    expect(back(42).some((day) => incidentOf('throughline', day))).toBe(true);
    expect(back(70).some((day) => fixed.has(dateOf(day).slice(5)))).toBe(true);
  }
});

test('renewal payment gets better year by year', () => {
  const years = ['2024-06-01', '2025-06-01', '2026-06-01', '2027-06-01'].map((date) => trend('renewal', dayOfDate(date)));
  expect(years).toEqual(years.toSorted((a, b) => b - a));
  expect(trend('loan', dayOfDate('2026-06-01'))).toBe(1);
});
