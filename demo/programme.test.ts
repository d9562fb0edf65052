import { expect, test } from 'vitest';
import { dateOf, dayOfDate } from './calendar';
import { ageOf, FIXES, fixFactor, incidentOf, ROUND, roundFactor, ROUNDS, trend } from './programme';

const fix = FIXES.find((one) => one.name.zh === '影像模糊自动提示重拍');

test('a fix takes effect on one touchpoint before another, and nowhere else', () => {
  if (!fix) throw new Error('Uploads are not being fixed.');
  const between = dayOfDate('2026-10-01');
  expect(fixFactor(fix, 'app', between)).toBeCloseTo(0.65);
  expect(fixFactor(fix, 'wechat', between)).toBeCloseTo(1, 1);
  expect(fixFactor(fix, 'wechat', dayOfDate('2026-10-15'))).toBeCloseTo(0.65);
  expect(fixFactor(fix, 'web', between)).toBe(1);
});

test('a fix holds for seven months and then wears off without a jump', () => {
  if (!fix) throw new Error('Uploads are not being fixed.');
  expect(fixFactor(fix, 'app', dayOfDate('2027-04-21'))).toBeCloseTo(0.65);
  for (let day = dayOfDate('2026-09-25'); day < dayOfDate('2027-09-24'); day++) {
    expect(Math.abs(fixFactor(fix, 'app', day) - fixFactor(fix, 'app', day - 1))).toBeLessThan(0.01);
  }
});

test('whatever the present is, of the rounds one is new, one is waiting to be believed, one has held, and one came undone weeks ago', () => {
  for (let today = dayOfDate('2025-01-01'); today < dayOfDate('2028-01-01'); today++) {
    const ages = ROUNDS.map((round) => Math.floor(ageOf(round, today) / 28)).toSorted();
    expect(ages).toEqual([0, 1, 2, 3, 4]);
  }
});

test('a round takes most breaks of its touchpoint away while it holds, and while it is undone there are more than ever', () => {
  for (const round of ROUNDS) {
    const live = dayOfDate(round.from);
    const factors = [live - 1, live, live + ROUND.holds - 1, live + ROUND.holds, live + ROUND.every].map((day) => roundFactor(round, round.touchpoint, day));
    expect(factors).toEqual([round.worse, 1 - round.drop, 1 - round.drop, round.worse, 1 - round.drop]);
    expect(roundFactor(round, 'counter', live)).toBe(1);
  }
});

test('whatever the present is, the last six weeks have an incident, and the last month a fix', () => {
  const fixed = new Set(FIXES.flatMap(({ live }) => Object.values(live)));
  const isFixed = (day: number) => fixed.has(dateOf(day).slice(5)) || ROUNDS.some((round) => ageOf(round, day) === 0);
  for (let today = dayOfDate('2025-01-01'); today < dayOfDate('2030-01-01'); today++) {
    const back = (days: number) => Array.from({ length: days }, (_, ago) => today - ago);
    expect(back(42).some((day) => incidentOf('throughline', day))).toBe(true);
    expect(back(30).some(isFixed)).toBe(true);
  }
});

test('renewal payment gets better year by year', () => {
  const years = ['2024-06-01', '2025-06-01', '2026-06-01', '2027-06-01'].map((date) => trend('renewal', dayOfDate(date)));
  expect(years).toEqual(years.toSorted((a, b) => b - a));
  expect(trend('loan', dayOfDate('2026-06-01'))).toBe(1);
});
