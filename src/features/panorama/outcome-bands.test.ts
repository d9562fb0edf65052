import { KINDS, RESOLUTIONS } from '#model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeBands } from './outcome-bands';

const outcomes = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), resolution: fc.constantFrom(...RESOLUTIONS), count: fc.nat(500) }), { maxLength: 30 });

test('bands fill the bars at both ends, and nothing is left out', () => {
  fc.assert(
    fc.property(outcomes, (all) => {
      const { kinds, resolutions, bands } = outcomeBands(all, 150);
      const total = all.reduce((sum, { count }) => sum + count, 0);
      expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      for (const { key, count, height } of kinds) {
        const own = bands.filter(({ kind }) => kind === key);
        expect(own.reduce((sum, one) => sum + one.count, 0)).toBe(count);
        expect(own.reduce((sum, one) => sum + one.height, 0)).toBeCloseTo(height);
      }
      for (const side of [kinds, resolutions]) for (const { top, height } of side) expect(top + height).toBeLessThanOrEqual(150.001);
    }),
  );
});

test('bars of one side do not overlap and stand in the order of the model', () => {
  const { resolutions } = outcomeBands([{ kind: 'limit', resolution: 'lost', count: 5 }, { kind: 'limit', resolution: 'self', count: 5 }, { kind: 'failure', resolution: 'self', count: 2 }], 100);
  expect(resolutions.map(({ key, count }) => [key, count])).toEqual([['self', 7], ['lost', 5]]);
  expect((resolutions[0]?.top ?? 0) + (resolutions[0]?.height ?? 0)).toBeLessThan(resolutions[1]?.top ?? 0);
});

test('no name lies on another, however small the bars', () => {
  fc.assert(
    fc.property(outcomes, (all) => {
      const { kinds, resolutions } = outcomeBands(all, 150);
      for (const side of [kinds, resolutions]) {
        side.slice(1).forEach((bar, index) => expect(bar.nameAt - (side[index]?.nameAt ?? 0)).toBeGreaterThanOrEqual(11.999));
        for (const { nameAt } of side) expect(nameAt).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
