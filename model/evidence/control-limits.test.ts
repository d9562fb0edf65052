import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDays } from '../testing';
import { controlLimits } from './control-limits';

test('the rate of all days together, three σ√φ of each day’s n around it', () => {
  const days = [
    { day: '2026-03-01', n: 100, hits: 30 },
    { day: '2026-03-02', n: 400, hits: 70 },
    { day: '2026-03-03', n: 500, hits: 100 },
  ];
  const { centre, points } = controlLimits(days, 1);
  expect(centre).toBe(0.2);
  expect(points.map(({ low, high }) => [low, high])).toEqual([0.12, 0.06, 3 * Math.sqrt(0.16 / 500)].map((half) => [0.2 - half, 0.2 + half].map((bound) => expect.closeTo(bound, 12))));
  expect(points.map(({ rate, outside }) => [rate, outside])).toEqual([[0.3, false], [0.175, false], [0.2, false]]);
  expect(controlLimits(days, 4).points[1]).toMatchObject({ low: expect.closeTo(0.08, 12), high: expect.closeTo(0.32, 12) });
});

test('a day beyond its limits is outside, and limits stay between 0 and 1', () => {
  const days = [
    { day: '2026-03-01', n: 1000, hits: 10 },
    { day: '2026-03-02', n: 1000, hits: 60 },
    { day: '2026-03-03', n: 10, hits: 0 },
  ];
  expect(controlLimits(days, 1).points.map(({ outside }) => outside)).toEqual([true, true, false]);
  expect(controlLimits(days, 1).points[2]).toMatchObject({ low: 0 });
});

test('a day without instances has no limits, and a window without instances no centre', () => {
  expect(controlLimits([{ day: '2026-03-01', n: 0, hits: 0 }, { day: '2026-03-02', n: 4, hits: 1 }], 1).points[0]).toEqual({ day: '2026-03-01', n: 0, hits: 0, outside: false });
  expect(controlLimits([{ day: '2026-03-01', n: 0, hits: 0 }], 1)).toMatchObject({ centre: undefined, points: [{ outside: false }] });
  expect(controlLimits([], 1)).toEqual({ centre: undefined, points: [] });
});

test('where nobody or everybody breaks the limits are the rate', () => {
  expect(controlLimits([{ day: '2026-03-01', n: 9, hits: 0 }], 1).points[0]).toMatchObject({ rate: 0, low: 0, high: 0, outside: false });
  expect(controlLimits([{ day: '2026-03-01', n: 9, hits: 9 }], 1).points[0]).toMatchObject({ rate: 1, low: 1, high: 1, outside: false });
});

test('more variation or fewer instances make wider limits; the order of the days is theirs', () => {
  fc.assert(
    fc.property(arbitraryDays('2026-03-01', 12), fc.double({ min: 1, max: 20, noNaN: true }), (days, phi) => {
      const { points } = controlLimits(days, phi);
      expect(controlLimits(days.toReversed(), phi).points).toEqual(points);
      expect(points.map(({ day }) => day)).toEqual(days.map(({ day }) => day));
      const plain = controlLimits(days, 1).points;
      const width = ({ low = NaN, high = NaN }) => high - low;
      for (const [index, point] of points.entries()) {
        if (point.n === 0) continue;
        expect(width(point)).toBeGreaterThanOrEqual(width(plain[index]!));
        for (const other of points) if (other.n >= point.n) expect(width(other)).toBeLessThanOrEqual(width(point));
      }
    }),
  );
});
