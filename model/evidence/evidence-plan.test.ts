import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, daysFrom } from '../days';
import { findsDrop } from '../statistics';
import { arbitraryDays } from '../testing';
import { DAY, HOUR } from '../time';
import { zoneOf } from '../zone';
import { type EvidenceInput, evidencePlan, type EvidencePlan } from './evidence-plan';
import { EVIDENCE_RULES } from './evidence-rules';
import type { LocusDay } from './locus-day';

/** A rate that alternates by `swing` around 10 %, 500 instances a day. */
const series = (from: string, to: string, { n = 500, swing = 0 } = {}): LocusDay[] =>
  daysFrom(from, to).map((day, index) => ({ day, n, hits: Math.round(n * (0.1 + (index % 2 ? swing : -swing))) }));

const input = (overrides: Partial<EvidenceInput> = {}): EvidenceInput => ({
  days: series('2026-01-01', '2026-06-30'),
  effective: ['2026-04-10', '2026-04-03'],
  registeredOn: '2026-02-20',
  settleMs: 0,
  zone: zoneOf('Asia/Shanghai'),
  ...overrides,
});

const planned = (overrides: Partial<EvidenceInput> = {}): EvidencePlan => {
  const plan = evidencePlan(input(overrides));
  if ('refused' in plan) throw new Error(plan.refused);
  return plan;
};

test('56 days before the first effective day, full days after the last, and the test on the first day after them', () => {
  expect(planned()).toEqual({
    baselineFrom: '2026-02-06',
    baselineTo: '2026-04-02',
    baselineDays: 56,
    flaggedDays: 15,
    flaggedTo: '2026-02-20',
    effectiveFrom: '2026-04-03',
    effectiveTo: '2026-04-10',
    afterFrom: '2026-04-11',
    perDay: 500,
    phi: 1,
    baselineRate: 0.1,
    target: 0.1 * 0.2,
    tooLong: false,
    afterDaysNeeded: 14,
    instancesNeeded: expect.any(Number),
    afterTo: '2026-04-24',
    testDay: '2026-04-25',
    settleDays: 0,
  });
});

test('as many days as there are: the first with instances begins the baseline, and 28 are enough', () => {
  const days = series('2026-03-06', '2026-06-30');
  expect(planned({ days })).toMatchObject({ baselineFrom: '2026-03-06', baselineDays: 28 });
  expect(evidencePlan(input({ days: days.slice(1) }))).toEqual({ refused: 'baseline-too-short', daysPresent: 27, daysNeeded: 28 });
  expect(evidencePlan(input({ days: [] }))).toEqual({ refused: 'baseline-too-short', daysPresent: 0, daysNeeded: 28 });
});

test('a day without instances is no baseline day, but it is a day that passes', () => {
  const weekdays = series('2026-01-01', '2026-06-30').map((one) => (new Date(one.day).getUTCDay() % 6 === 0 ? { ...one, n: 0, hits: 0 } : one));
  const plan = planned({ days: weekdays });
  expect(plan.baselineDays).toBe(40);
  expect(plan.perDay).toBeCloseTo((40 / daysFrom(plan.baselineFrom, '2026-04-02').length) * 500, 12);
  expect(planned({ days: weekdays.filter(({ n }) => n > 0) })).toEqual(plan);
});

test('a fix that will only be in effect later is planned on the days there are', () => {
  const plan = planned({ days: series('2026-01-01', '2026-03-25') });
  expect(plan).toMatchObject({ baselineFrom: '2026-02-06', baselineTo: '2026-04-02', baselineDays: 48, perDay: 500 });
});

test('a ticket registered before the baseline flags no day, one registered after it every day', () => {
  expect(planned({ registeredOn: '2026-01-05' })).toMatchObject({ flaggedDays: 0, flaggedTo: undefined });
  expect(planned({ registeredOn: '2026-05-01' })).toMatchObject({ flaggedDays: 56, flaggedTo: '2026-04-02' });
});

test('days that vary more than chance need a longer window', () => {
  const plan = planned({ days: series('2026-01-01', '2026-06-30', { swing: 0.03 }) });
  expect(plan.phi).toBeCloseTo((56 * (0.03 ** 2 * 500)) / (0.1 * 0.9) / 55, 10);
  expect(plan).toMatchObject({ tooLong: false, afterDaysNeeded: 18, instancesNeeded: 8546, testDay: '2026-04-29' });
});

test('more than 60 days are too long, and the plan says which target 60 would do for', () => {
  const days = series('2026-01-01', '2026-06-30', { n: 40 });
  const plan = planned({ days });
  expect(plan).toMatchObject({ tooLong: true, afterDaysNeeded: 73, instancesNeeded: 2881 });
  expect(plan).not.toHaveProperty('testDay');
  const { feasibleTarget } = plan as Extract<EvidencePlan, { tooLong: true }>;
  expect(planned({ days, target: feasibleTarget! })).toMatchObject({ tooLong: false, afterDaysNeeded: 60 });
  expect(planned({ days, target: feasibleTarget! - 0.001 })).toMatchObject({ tooLong: true });
  // The baseline alone is too small to tell such a drop from chance.
  expect(planned({ days, target: 0.005 })).toMatchObject({ tooLong: true, afterDaysNeeded: undefined, instancesNeeded: undefined });
});

test('a place so quiet that even no break at all would not show has no feasible target', () => {
  expect(planned({ days: series('2026-01-01', '2026-06-30', { n: 10 }).map((one) => ({ ...one, n: 1, hits: one.day === '2026-03-01' ? 1 : 0 })) })).toMatchObject({
    tooLong: true,
    feasibleTarget: undefined,
  });
});

test('where time alone still adds breaks, the test waits for it', () => {
  expect(planned({ settleMs: 1 })).toMatchObject({ testDay: '2026-04-26', settleDays: 1 });
  expect(planned({ settleMs: 30 * 60_000 })).toMatchObject({ testDay: '2026-04-26', settleDays: 1 });
  expect(planned({ settleMs: DAY })).toMatchObject({ testDay: '2026-04-26', settleDays: 1 });
  expect(planned({ settleMs: DAY + 1 })).toMatchObject({ testDay: '2026-04-27', settleDays: 2 });
  expect(planned({ settleMs: 7 * DAY })).toMatchObject({ afterTo: '2026-04-24', testDay: '2026-05-02' });
  // The clocks of Berlin lose an hour on 29 March, so a day later by the clock is 23 hours.
  const berlin = { zone: zoneOf('Europe/Berlin'), effective: ['2026-03-14'] };
  expect(planned({ ...berlin, settleMs: 23 * HOUR })).toMatchObject({ afterTo: '2026-03-28', testDay: '2026-03-30' });
  expect(planned({ ...berlin, settleMs: DAY })).toMatchObject({ afterTo: '2026-03-28', testDay: '2026-03-31' });
  expect(evidencePlan(input({ settleMs: Number.MAX_SAFE_INTEGER }))).toEqual({ refused: 'never-settles', settleMs: Number.MAX_SAFE_INTEGER });
});

test('nothing to bring down, and a target that is no drop, are refused', () => {
  const none = series('2026-01-01', '2026-06-30').map((one) => ({ ...one, hits: 0 }));
  expect(evidencePlan(input({ days: none }))).toEqual({ refused: 'baseline-rate-zero', daysPresent: 56, instances: 28_000 });
  expect(evidencePlan(input({ target: 0 }))).toEqual({ refused: 'no-target', target: 0 });
  expect(evidencePlan(input({ target: -0.01 }))).toEqual({ refused: 'no-target', target: -0.01 });
  expect(() => evidencePlan(input({ effective: [] }))).toThrow(RangeError);
});

test('a place where everybody breaks can be planned', () => {
  const all = series('2026-01-01', '2026-06-30').map((one) => ({ ...one, hits: one.n }));
  expect(planned({ days: all })).toMatchObject({ baselineRate: 1, phi: 1, target: 0.2, tooLong: false, afterDaysNeeded: 14 });
});

const baselines = fc.integer({ min: 28, max: 56 }).chain((count) => arbitraryDays(addDays('2026-04-03', -count), count, { leastN: 1 }));

test('whatever the baseline: windows of the right length that do not touch, and a sample that finds the target', () => {
  const { alpha, power, afterDays } = EVIDENCE_RULES;
  fc.assert(
    fc.property(baselines, fc.double({ min: 0.001, max: 0.3, noNaN: true }), (days, target) => {
      const plan = evidencePlan(input({ days, target }));
      expect('refused' in plan).toBe(days.every(({ hits }) => hits === 0));
      if ('refused' in plan) return;
      expect(plan.baselineDays).toBe(days.length);
      expect(daysBetween(plan.baselineFrom, plan.baselineTo) + 1).toBe(days.length);
      expect(plan.baselineTo < plan.effectiveFrom && plan.effectiveTo < plan.afterFrom).toBe(true);
      if (plan.tooLong) {
        expect(plan.afterDaysNeeded ?? Infinity).toBeGreaterThan(afterDays.most);
        return;
      }
      expect(daysBetween(plan.afterFrom, plan.afterTo) + 1).toBe(plan.afterDaysNeeded);
      expect(plan.afterDaysNeeded).toBeGreaterThanOrEqual(afterDays.least);
      expect(plan.testDay).toBe(addDays(plan.afterTo, 1));
      const reference = { rate: plan.baselineRate, n: plan.perDay * days.length };
      const finds = (n: number) => findsDrop({ reference, phi: plan.phi, alpha, power }, target, n);
      expect(finds(plan.instancesNeeded)).toBe(true);
      expect(finds(plan.instancesNeeded - 1)).toBe(false);
      expect(plan.perDay * plan.afterDaysNeeded).toBeGreaterThanOrEqual(plan.instancesNeeded * (1 - 1e-12));
    }),
  );
});

test('a larger target never needs more days', () => {
  fc.assert(
    fc.property(baselines, fc.double({ min: 0.001, max: 0.2, noNaN: true }), fc.double({ min: 0, max: 0.2, noNaN: true }), (days, target, more) => {
      const [small, large] = [evidencePlan(input({ days, target })), evidencePlan(input({ days, target: target + more }))];
      if ('refused' in small || 'refused' in large) return;
      expect(large.afterDaysNeeded ?? Infinity).toBeLessThanOrEqual(small.afterDaysNeeded ?? Infinity);
    }),
  );
});

test('only the baseline’s days count, in any order', () => {
  fc.assert(
    fc.property(arbitraryDays('2026-01-01', 170), (days) => {
      const plan = evidencePlan(input({ days }));
      expect(evidencePlan(input({ days: days.toReversed() }))).toEqual(plan);
      expect(evidencePlan(input({ days: days.map((one) => (one.day < '2026-02-06' || one.day > '2026-04-02' ? { ...one, hits: one.n } : one)) }))).toEqual(plan);
    }),
  );
});
