import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysFrom } from '../days';
import { stepId } from '../ids';
import { holm, overdispersion, wilson } from '../statistics';
import { arbitraryDays } from '../testing';
import type { TestablePlan } from './evidence-plan';
import { evidenceTest, type Neighbour } from './evidence-test';
import type { LocusDay } from './locus-day';
import { pooledDays, proportionOf } from './series';

const plan: TestablePlan = {
  baselineFrom: '2026-03-01',
  baselineTo: '2026-03-28',
  baselineDays: 28,
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
  instancesNeeded: 2000,
  afterTo: '2026-04-14',
  testDay: '2026-04-15',
  settleDays: 0,
};
const [face, pay] = [stepId.parse('face'), stepId.parse('pay')];

const flat = (from: string, to: string, hits: number, n = 500): LocusDay[] => daysFrom(from, to).map((day) => ({ day, n, hits }));
const before = (hits: number, n?: number) => flat('2026-03-01', '2026-03-28', hits, n);
const later = (hits: number, n?: number) => flat('2026-04-01', '2026-04-14', hits, n);

test('10 % before, 8 % after: a drop of two points, well beyond chance', () => {
  const verdict = evidenceTest(plan, before(50), later(40), []);
  expect(verdict).toMatchObject({
    passed: true,
    baseline: { successes: 1400, n: 14_000, rate: 0.1 },
    after: { successes: 560, n: 7000, rate: 0.08 },
    drop: expect.closeTo(0.02, 12),
    target: 0.02,
    dropNeeded: 0.01,
    alpha: 0.05,
    phi: 1,
    significant: true,
    dropEnough: true,
    displacement: [],
    displaced: false,
    facts: [{ code: 'improved', from: 0.1, to: 0.08, drop: expect.closeTo(0.02, 12), p: verdict.p }],
  });
  // Pooled 1960 in 21,000.
  const rate = 1960 / 21_000;
  expect(verdict.z).toBeCloseTo(0.02 / Math.sqrt(rate * (1 - rate) * (1 / 14_000 + 1 / 7000)), 10);
  const { low, high } = wilson(560, 7000);
  expect(verdict.after).toMatchObject({ low, high });
});

test('the same drop is no evidence where days vary that much anyway', () => {
  const swinging = before(50).map((one, index) => ({ ...one, hits: index % 2 ? 80 : 20 }));
  const verdict = evidenceTest(plan, swinging, later(40), []);
  expect(verdict.phi).toBeCloseTo((28 * 20) / 27, 10);
  expect(verdict.z).toBeCloseTo(evidenceTest(plan, before(50), later(40), []).z / Math.sqrt(verdict.phi), 10);
  expect(verdict).toMatchObject({ passed: false, significant: false, dropEnough: true, facts: [{ code: 'not-significant', p: verdict.p, alpha: 0.05 }] });
});

test('the test is one-sided: z from 1.645 on is significant, and a rise never is', () => {
  const verdict = evidenceTest({ ...plan, target: 0.001 }, before(50), later(46), []);
  expect(verdict.z).toBeGreaterThan(1.645);
  expect(verdict.z).toBeLessThan(1.96);
  expect(verdict).toMatchObject({ significant: true, passed: true });
  const rise = evidenceTest(plan, before(50), later(70), []);
  expect(rise.p).toBeCloseTo(1, 6);
  expect(rise).toMatchObject({ passed: false, significant: false, facts: [{ code: 'no-drop', from: 0.1, to: 0.14 }] });
});

test('a drop beyond chance but less than half the target does not close, exactly half does', () => {
  expect(evidenceTest(plan, before(1000, 10_000), later(910, 10_000), [])).toMatchObject({
    passed: false,
    significant: true,
    facts: [{ code: 'drop-too-small', drop: expect.closeTo(0.009, 12), needed: 0.01, target: 0.02 }],
  });
  expect(evidenceTest(plan, before(1000, 10_000), later(900, 10_000), [])).toMatchObject({ passed: true, dropEnough: true });
});

test('breaks that only moved next door do not close', () => {
  const neighbours: Neighbour[] = [
    { step: face, baseline: before(10), after: later(20) },
    { step: pay, baseline: before(10), after: later(9) },
  ];
  const verdict = evidenceTest(plan, before(50), later(40), neighbours);
  expect(verdict).toMatchObject({ passed: false, significant: true, dropEnough: true, displaced: true });
  expect(verdict.displacement).toMatchObject([
    { step: 'face', before: { rate: 0.02 }, after: { rate: 0.04 }, significant: true },
    { step: 'pay', before: { rate: 0.02 }, after: { rate: 0.018 }, significant: false },
  ]);
  expect(verdict.facts).toEqual([{ code: 'displaced', step: 'face', from: 0.02, to: 0.04, adjusted: verdict.displacement[0]?.adjusted }]);
});

test('a rise that one neighbour alone would be blamed for passes among several', () => {
  const rise = { step: face, baseline: before(50), after: later(54) };
  const still = Array.from({ length: 4 }, (_, index) => ({ step: stepId.parse(`s${index}`), baseline: before(50), after: later(50) }));
  expect(evidenceTest(plan, before(50), later(40), [rise])).toMatchObject({ displaced: true });
  expect(evidenceTest(plan, before(50), later(40), [rise, ...still])).toMatchObject({ displaced: false, passed: true });
});

test('each neighbour is judged by its own day-to-day variation', () => {
  const swinging = before(50).map((one, index) => ({ ...one, hits: index % 2 ? 80 : 20 }));
  expect(evidenceTest(plan, before(50), later(40), [{ step: face, baseline: swinging, after: later(57) }])).toMatchObject({ displaced: false });
  expect(evidenceTest(plan, before(50), later(40), [{ step: face, baseline: before(50), after: later(57) }])).toMatchObject({ displaced: true });
});

test('without instances on a side there is no rate, no drop and no evidence', () => {
  const verdict = evidenceTest(plan, before(50), [], []);
  expect(verdict.after).toEqual({ successes: 0, n: 0, low: 0, high: 1 });
  expect(verdict).toMatchObject({
    passed: false,
    baseline: { rate: 0.1 },
    drop: undefined,
    z: 0,
    p: 1,
    significant: false,
    dropEnough: false,
    facts: [{ code: 'no-instances', window: 'after' }],
  });
  expect(evidenceTest(plan, [], [], [])).toMatchObject({
    passed: false,
    phi: 1,
    facts: [
      { code: 'no-instances', window: 'baseline' },
      { code: 'no-instances', window: 'after' },
    ],
  });
});

test('a neighbour that nobody visited on one side cannot have risen', () => {
  const neighbours = [
    { step: face, baseline: [], after: later(400) },
    { step: pay, baseline: before(10), after: [] },
  ];
  const { displacement, passed } = evidenceTest(plan, before(50), later(40), neighbours);
  expect(displacement).toMatchObject([
    { z: 0, p: 1, adjusted: 1, significant: false, before: { n: 0, low: 0, high: 1 } },
    { z: 0, p: 1, adjusted: 1, significant: false, after: { n: 0, low: 0, high: 1 } },
  ]);
  expect(passed).toBe(true);
});

test('rates of 0 and 1 have answers', () => {
  expect(evidenceTest(plan, before(0), later(0), [])).toMatchObject({ passed: false, z: 0, p: 1, drop: 0, facts: [{ code: 'no-drop', from: 0, to: 0 }] });
  expect(evidenceTest(plan, before(500), later(500), [])).toMatchObject({ passed: false, z: 0, p: 1, drop: 0 });
  expect(evidenceTest(plan, before(500), later(0), [])).toMatchObject({ passed: true, drop: 1, baseline: { rate: 1, high: 1 }, after: { rate: 0, low: 0 } });
});

const series = fc.record({ baseline: arbitraryDays('2026-02-20', 45), after: arbitraryDays('2026-03-26', 30) });
const neighbourhood = fc.array(series, { maxLength: 3 }).map((all) => all.map((one, index): Neighbour => ({ step: stepId.parse(`s${index}`), ...one })));

test('a verdict is what its parts say, whatever the series', () => {
  fc.assert(
    fc.property(series, neighbourhood, fc.double({ min: 0.0001, max: 0.3, noNaN: true }), ({ baseline, after }, neighbours, target) => {
      const verdict = evidenceTest({ ...plan, target }, baseline, after, neighbours);
      expect(verdict.passed).toBe(verdict.significant && verdict.dropEnough && !verdict.displaced);
      expect(verdict.displaced).toBe(verdict.displacement.some((one) => one.significant));
      expect(verdict.displacement.map((one) => one.adjusted)).toEqual(holm(verdict.displacement.map((one) => one.p)));
      if (verdict.significant) expect(verdict.drop).toBeGreaterThan(0);
      if (verdict.drop !== undefined && verdict.p < 1) expect(Math.sign(verdict.z)).toBe(Math.sign(verdict.drop));
      expect(verdict.facts.some(({ code }) => code === 'improved')).toBe(verdict.passed);
      expect(verdict.facts.length).toBeGreaterThan(0);
      const window = baseline.filter(({ day }) => day >= '2026-03-01' && day <= '2026-03-28');
      expect(verdict.baseline).toMatchObject(pooledDays(window));
      expect(verdict.phi).toBe(overdispersion(window.map(proportionOf)));
    }),
  );
});

test('the order of days does not matter, nor do days outside the windows', () => {
  fc.assert(
    fc.property(series, neighbourhood, ({ baseline, after }, neighbours) => {
      const verdict = evidenceTest(plan, baseline, after, neighbours);
      const reversed = neighbours.map((one) => ({ ...one, baseline: one.baseline.toReversed(), after: one.after.toReversed() }));
      const again = evidenceTest(plan, baseline.toReversed(), after.toReversed(), reversed);
      expect(again).toMatchObject({ passed: verdict.passed, baseline: verdict.baseline, after: verdict.after, facts: expect.any(Array) });
      expect(again.z).toBeCloseTo(verdict.z, 10);
      const within = ({ day }: LocusDay) => (day >= '2026-03-01' && day <= '2026-03-28') || (day >= '2026-04-01' && day <= '2026-04-14');
      const inside = neighbours.map((one) => ({ ...one, baseline: one.baseline.filter(within), after: one.after.filter(within) }));
      expect(evidenceTest(plan, baseline.filter(within), after.filter(within), inside)).toEqual(verdict);
    }),
  );
});

test('fewer breaks after the fix never turn a pass into a failure', () => {
  fc.assert(
    fc.property(series, fc.nat(13), fc.nat(20), ({ baseline, after }, at, fewer) => {
      const verdict = evidenceTest(plan, baseline, after, []);
      const day = addDays('2026-04-01', at);
      const better = evidenceTest(plan, baseline, after.map((one) => (one.day === day ? { ...one, hits: Math.max(0, one.hits - fewer) } : one)), []);
      expect(better.z).toBeGreaterThanOrEqual(verdict.z);
      if (verdict.passed) expect(better.passed).toBe(true);
    }),
  );
});
