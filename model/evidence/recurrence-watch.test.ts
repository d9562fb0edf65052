import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysFrom } from '../days';
import { arbitraryDays } from '../testing';
import type { LocusDay } from './locus-day';
import { recurrenceWatch } from './recurrence-watch';

/** 10 % before, 6 % after: reference 8 %; with φ = 4 and 900 instances a day, a unit is 2 points. */
const evidence = { baseline: { successes: 5000, n: 50_000 }, after: { successes: 600, n: 10_000 }, phi: 4 };
const flat = (count: number, hits: number, n = 900, from = '2026-05-01'): LocusDay[] => daysFrom(from, addDays(from, count - 1)).map((day) => ({ day, n, hits }));

test('a day at the old rate adds the distance to the midpoint, in units of a baseline day’s σ√φ', () => {
  const { reference, unit, threshold, path, raisedOn } = recurrenceWatch(evidence, flat(3, 90));
  expect(reference).toBeCloseTo(0.08, 12);
  expect(unit / Math.sqrt(900)).toBeCloseTo(0.02, 12);
  expect(threshold).toBe(8);
  expect(path.map(({ cusum }) => cusum)).toEqual([1, 2, 3].map((sum) => expect.closeTo(sum, 10)));
  expect(path[0]).toMatchObject({ day: '2026-05-01', n: 900, hits: 90 });
  expect(raisedOn).toBeUndefined();
});

test('at the new rate it stays at zero, whatever good days came before', () => {
  const { path } = recurrenceWatch(evidence, [...flat(50, 54), ...flat(1, 90, 900, '2026-06-20')]);
  expect(path.slice(0, 50).every(({ cusum }) => cusum === 0)).toBe(true);
  expect(path.at(-1)?.cusum).toBeCloseTo(1, 10);
});

test('it raises on the day it reaches eight, and the path goes on', () => {
  const { raisedOn, path } = recurrenceWatch(evidence, flat(12, 91));
  expect(raisedOn).toBe('2026-05-08');
  expect(path).toHaveLength(12);
  expect(path[7]?.cusum).toBeGreaterThanOrEqual(8);
  expect(path[6]?.cusum).toBeLessThan(8);
});

test('a quiet day counts by its own few instances, a day without any not at all', () => {
  const sums = (later: LocusDay[]) => recurrenceWatch(evidence, later).path.map(({ cusum }) => cusum);
  expect(sums(flat(1, 10, 100))[0]).toBeCloseTo(1 / 3, 10);
  expect(sums([...flat(1, 90), ...flat(1, 0, 0, '2026-05-02'), ...flat(1, 90, 900, '2026-05-03')])).toEqual([1, 1, 2].map((sum) => expect.closeTo(sum, 10)));
});

test('a late event that heals a break takes it back', () => {
  const later = flat(8, 91);
  expect(recurrenceWatch(evidence, later).raisedOn).toBe('2026-05-08');
  expect(recurrenceWatch(evidence, later.map((one) => (one.day === '2026-05-04' ? { ...one, hits: 60 } : one))).raisedOn).toBeUndefined();
});

test('where everybody broke before, the reference’s variation is the unit', () => {
  const all = { baseline: { successes: 100, n: 100 }, after: { successes: 50, n: 100 }, phi: 1 };
  expect(recurrenceWatch(all, flat(1, 100, 100)).path[0]?.cusum).toBeCloseTo(0.25 / Math.sqrt((0.75 * 0.25) / 100), 10);
  const none = { baseline: { successes: 0, n: 100 }, after: { successes: 0, n: 100 }, phi: 1 };
  expect(recurrenceWatch(none, flat(3, 90))).toMatchObject({ reference: 0, raisedOn: undefined });
  expect(() => recurrenceWatch({ ...all, after: { successes: 0, n: 0 } }, [])).toThrow(RangeError);
});

test('no days, no path', () => {
  expect(recurrenceWatch(evidence, [])).toEqual({ reference: expect.closeTo(0.08, 12), unit: expect.closeTo(0.6, 12), threshold: 8, path: [], raisedOn: undefined });
});

test('it never falls below zero, raises on the first day at eight, and does not mind the order in which days are given', () => {
  fc.assert(
    fc.property(arbitraryDays('2026-05-01', 40), (later) => {
      const watch = recurrenceWatch(evidence, later);
      expect(watch.path.every(({ cusum }) => cusum >= 0)).toBe(true);
      expect(watch.raisedOn).toBe(watch.path.find(({ cusum }) => cusum >= 8)?.day);
      expect(recurrenceWatch(evidence, later.toReversed())).toEqual(watch);
    }),
  );
});

test('more breaks never raise it later, and later days never change the path before them', () => {
  fc.assert(
    fc.property(arbitraryDays('2026-05-01', 40), fc.nat(39), fc.nat(50), (later, at, more) => {
      const watch = recurrenceWatch(evidence, later);
      const worse = recurrenceWatch(evidence, later.map((one, index) => (index === at ? { ...one, hits: Math.min(one.n, one.hits + more) } : one)));
      worse.path.forEach(({ cusum }, index) => expect(cusum).toBeGreaterThanOrEqual(watch.path[index]!.cusum));
      if (watch.raisedOn !== undefined) expect(worse.raisedOn! <= watch.raisedOn).toBe(true);
      expect(recurrenceWatch(evidence, later.slice(0, at)).path).toEqual(watch.path.slice(0, at));
    }),
  );
});
