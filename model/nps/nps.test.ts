import { expect, test } from 'vitest';
import { Chance } from '../testing';
import { npsDifference, npsEstimate, npsInterval, npsOf, type NpsCounts } from './nps';
import { weightedNps } from './weighted-nps';

const intervalOf = (n: number, promoters: number, detractors: number) => npsInterval(npsEstimate({ n, promoters, detractors }));

test('without ratings there is no NPS', () => {
  expect(() => npsOf({ n: 0, promoters: 0, detractors: 0 })).toThrow(RangeError);
  expect(weightedNps([{ weight: 5, counts: { n: 0, promoters: 0, detractors: 0 } }])).toBeUndefined();
});

test('the interval is that of three ratings more, ¾ of them promoters and ¾ detractors: by hand', () => {
  // n + 3 = 4: p = 1.75/4, d = 0.75/4; 0.25 ± 1.96 √((0.625 − 0.0625)/4) = 0.25 ± 0.735
  const one = intervalOf(1, 1, 0);
  expect(one.nps).toBe(100);
  expect([one.low, one.high]).toEqual([expect.closeTo(-48.5, 10), expect.closeTo(98.5, 10)]);
  // 32: 12.75/32 − 5.75/32 = 0.21875; √((0.578125 − 0.0478515625)/32) = 0.128728…
  const few = intervalOf(29, 12, 5);
  expect(few.nps).toBeCloseTo(24.1379, 4);
  expect([few.low, few.high]).toEqual([expect.closeTo(-3.3557, 3), expect.closeTo(47.1057, 3)]);
  // 33: 15.75/33 − 6.75/33 = 0.272727; √((0.681818 − 0.074380)/33) = 0.135673
  const thirty = intervalOf(30, 15, 6);
  expect(thirty.nps).toBe(30);
  expect([thirty.low, thirty.high]).toEqual([expect.closeTo(0.6808, 3), expect.closeTo(53.8646, 3)]);
});

test('all promoters and all detractors: the interval reaches ±100 and no further', () => {
  // 33: 0.909091 ± 1.96 √((0.954545 − 0.826446)/33) = 0.909091 ± 0.122116
  const best = intervalOf(30, 30, 0);
  expect(best).toEqual({ nps: 100, low: expect.closeTo(78.6975, 3), high: 100 });
  expect(intervalOf(30, 0, 30)).toEqual({ nps: -100, low: -100, high: expect.closeTo(-78.6975, 3) });
  expect(intervalOf(1_000_000, 1_000_000, 0).high).toBe(100);
});

test('two periods differ when the adjusted difference is at least 1.96 of its standard errors', () => {
  const before = npsEstimate({ n: 1000, promoters: 500, detractors: 200 });
  // 0.3 before; each standard error is about 2.47 points, so that of the difference about 3.5.
  expect(npsDifference(before, npsEstimate({ n: 1000, promoters: 560, detractors: 200 }))).toMatchObject({ delta: expect.closeTo(6, 10), significant: false });
  expect(npsDifference(before, npsEstimate({ n: 1000, promoters: 575, detractors: 200 }))).toMatchObject({ delta: expect.closeTo(7.5, 10), significant: true });
  const same = npsDifference(before, before);
  expect(same).toMatchObject({ delta: 0, significant: false });
  expect(same.low).toBeCloseTo(-same.high, 10);
});

test('a weighted mean counts each by its weight, and not by its ratings', () => {
  const high: NpsCounts = { n: 100, promoters: 60, detractors: 20 };
  const low: NpsCounts = { n: 10_000, promoters: 3_000, detractors: 3_000 };
  const mean = weightedNps([{ weight: 3, counts: high }, { weight: 1, counts: low }, { weight: 9, counts: { n: 0, promoters: 0, detractors: 0 } }]);
  expect(mean?.nps).toBeCloseTo((3 * 40) / 4, 10);
  expect(mean?.counts).toEqual({ n: 10_100, promoters: 3_060, detractors: 3_020 });
  expect(mean?.error).toBeCloseTo(Math.hypot(0.75 * npsEstimate(high).error, 0.25 * npsEstimate(low).error), 10);
});

test('the interval covers the truth in 94 to 96.5 % of samples of 100 and more, for ordinary mixes (seeded)', () => {
  const chance = new Chance(20_261_126);
  const mixes: readonly (readonly [promoters: number, detractors: number])[] = [[0.5, 0.2], [0.35, 0.3], [0.6, 0.1], [0.25, 0.45]];
  const SAMPLES = 5_000;
  for (const [p, d] of mixes) {
    for (const n of [100, 400]) {
      let covered = 0;
      for (let sample = 0; sample < SAMPLES; sample++) {
        const promoters = chance.binomial(n, p);
        const detractors = n === promoters ? 0 : chance.binomial(n - promoters, d / (1 - p));
        const { low, high } = intervalOf(n, promoters, detractors);
        if (low <= (p - d) * 100 && (p - d) * 100 <= high) covered++;
      }
      expect(covered / SAMPLES, `${p} promoters, ${d} detractors, n = ${n}`).toBeGreaterThanOrEqual(0.94);
      expect(covered / SAMPLES, `${p} promoters, ${d} detractors, n = ${n}`).toBeLessThanOrEqual(0.965);
    }
  }
});
