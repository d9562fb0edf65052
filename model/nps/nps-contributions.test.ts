import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NpsCounts } from './nps';
import { npsContributions } from './nps-contributions';
import { weightedNps } from './weighted-nps';

const counts = (n: number, promoters: number, detractors: number): NpsCounts => ({ n, promoters, detractors });

test('within is mean share × change, mix is change of share × mean level: by hand', () => {
  const parts = [
    { id: 'loan', before: { weight: 50, counts: counts(100, 50, 30) }, now: { weight: 30, counts: counts(200, 110, 50) } },
    { id: 'claim', before: { weight: 50, counts: counts(100, 30, 30) }, now: { weight: 70, counts: counts(100, 34, 30) } },
  ];
  const [loan, claim] = npsContributions(parts);
  // loan: 20 → 30, share 0.5 → 0.3; claim: 0 → 4, share 0.5 → 0.7
  expect(loan).toMatchObject({ ids: ['loan'], isOther: false, shareBefore: 0.5, shareNow: 0.3, within: expect.closeTo(0.4 * 10, 10), mix: expect.closeTo(-0.2 * 25, 10) });
  expect(claim).toMatchObject({ ids: ['claim'], within: expect.closeTo(0.6 * 4, 10), mix: expect.closeTo(0.2 * 2, 10) });
  // 0.5·20 + 0.5·0 = 10 → 0.3·30 + 0.7·4 = 11.8
  expect(loan!.within + loan!.mix + claim!.within + claim!.mix).toBeCloseTo(1.8, 10);
});

test('journeys with fewer than 30 ratings in either period go together, last', () => {
  const many = { weight: 10, counts: counts(40, 20, 10) };
  const few = { weight: 1, counts: counts(29, 20, 0) };
  const parts = npsContributions([
    { id: 'a', before: few, now: many },
    { id: 'b', before: many, now: many },
    { id: 'c', before: many, now: { weight: 0, counts: counts(0, 0, 0) } },
  ]);
  expect(parts.map(({ ids, isOther }) => ({ ids, isOther }))).toEqual([{ ids: ['b'], isOther: false }, { ids: ['a', 'c'], isOther: true }]);
  expect(parts[1]).toMatchObject({ before: counts(69, 40, 10), now: counts(40, 20, 10) });
});

const someCounts = fc
  .tuple(fc.oneof(fc.nat(60), fc.nat(5_000)), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share, rest]) => {
    const promoters = Math.round(n * share);
    return counts(n, promoters, Math.round((n - promoters) * rest));
  });
const side = fc.record({ weight: fc.oneof(fc.constant(0), fc.nat(100_000)), counts: someCounts });

test('the parts always add up to the change of the weighted mean', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.record({ id: fc.string({ maxLength: 3 }), before: side, now: side }), { selector: ({ id }) => id, maxLength: 12 }), (parts) => {
      const before = weightedNps(parts.map((one) => one.before));
      const now = weightedNps(parts.map((one) => one.now));
      const contributions = npsContributions(parts);
      if (!before || !now) {
        expect(contributions).toEqual([]);
        return;
      }
      expect(contributions.reduce((sum, { within, mix }) => sum + within + mix, 0)).toBeCloseTo(now.nps - before.nps, 8);
      expect(contributions.reduce((sum, { shareNow }) => sum + shareNow, 0)).toBeCloseTo(1, 10);
      expect(contributions.flatMap(({ ids }) => ids).toSorted()).toEqual(parts.map(({ id }) => id).toSorted());
      expect(contributions.every((one) => one.isOther || Math.min(one.before.n, one.now.n) >= 30)).toBe(true);
    }),
  );
});
