import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysFrom } from '../days';
import { arbitraryDays } from '../testing';
import type { TestablePlan } from './evidence-plan';
import { evidenceProgress } from './evidence-progress';

const plan: TestablePlan = {
  baselineFrom: '2026-02-01',
  baselineTo: '2026-03-28',
  baselineDays: 56,
  flaggedDays: 0,
  effectiveFrom: '2026-03-29',
  effectiveTo: '2026-03-31',
  afterFrom: '2026-04-01',
  perDay: 500,
  phi: 1,
  baselineRate: 0.1,
  target: 0.02,
  tooLong: false,
  afterDaysNeeded: 14,
  instancesNeeded: 2012,
  afterTo: '2026-04-14',
  testDay: '2026-04-15',
  settleDays: 0,
};
const after = daysFrom('2026-03-29', '2026-05-10').map((day) => ({ day, n: 300, hits: 24 }));

test('six days to go: today is not over and does not count', () => {
  expect(evidenceProgress(plan, after, '2026-04-09')).toEqual({
    testDay: '2026-04-15',
    due: false,
    daysLeft: 6,
    days: { gathered: 8, needed: 14 },
    unsettledFrom: undefined,
    instances: { gathered: 2400, needed: 2012 },
    baselineRate: 0.1,
    rateSoFar: 0.08,
  });
});

test('before the first after day there is nothing yet, on the test day everything, and later no more', () => {
  for (const today of ['2026-03-20', '2026-04-01']) {
    expect(evidenceProgress(plan, after, today)).toMatchObject({ due: false, days: { gathered: 0 }, instances: { gathered: 0 }, rateSoFar: undefined });
  }
  expect(evidenceProgress(plan, after, '2026-04-01').daysLeft).toBe(14);
  for (const today of ['2026-04-15', '2026-05-11']) {
    expect(evidenceProgress(plan, after, today)).toMatchObject({ due: true, daysLeft: 0, days: { gathered: 14 }, instances: { gathered: 4200 } });
  }
});

test('the last days are marked while they settle', () => {
  const settling = { ...plan, settleDays: 3, testDay: '2026-04-18' };
  expect(evidenceProgress(settling, after, '2026-04-03')).toMatchObject({ days: { gathered: 2 }, unsettledFrom: '2026-04-01' });
  expect(evidenceProgress(settling, after, '2026-04-10')).toMatchObject({ days: { gathered: 9 }, unsettledFrom: '2026-04-07' });
  expect(evidenceProgress(settling, after, '2026-04-15')).toMatchObject({ due: false, daysLeft: 3, days: { gathered: 14 }, unsettledFrom: '2026-04-12' });
  expect(evidenceProgress(settling, after, '2026-04-18')).toMatchObject({ due: true, unsettledFrom: undefined });
  expect(evidenceProgress(settling, after, '2026-04-01')).toMatchObject({ days: { gathered: 0 }, unsettledFrom: undefined });
});

test('as days pass, progress never goes back', () => {
  fc.assert(
    fc.property(arbitraryDays('2026-03-25', 40), fc.nat(40), fc.nat(5), (days, at, settleDays) => {
      const settling = { ...plan, settleDays, testDay: addDays(plan.testDay, settleDays) };
      const today = addDays('2026-03-25', at);
      const [one, next] = [evidenceProgress(settling, days, today), evidenceProgress(settling, days, addDays(today, 1))];
      expect(next.days.gathered).toBeGreaterThanOrEqual(one.days.gathered);
      expect(next.instances.gathered).toBeGreaterThanOrEqual(one.instances.gathered);
      expect(next.daysLeft).toBe(Math.max(0, one.daysLeft - 1));
      expect(one.due).toBe(one.daysLeft === 0);
      if (one.due) expect([one.days.gathered, one.unsettledFrom]).toEqual([one.days.needed, undefined]);
    }),
  );
});
