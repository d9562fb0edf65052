import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holm } from './holm';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });

test('each p-value times the number of those not yet judged, never below the one before', () => {
  expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  expect(holm([0.6, 0.9, 0.001])).toEqual([1, 1, 0.003]);
  expect(holm([0.02])).toEqual([0.02]);
  expect(holm([])).toEqual([]);
});

test('it lies between the p-value and Bonferroni’s, and keeps their order', () => {
  fc.assert(
    fc.property(pValues, (ps) => {
      const adjusted = holm(ps);
      for (const [index, p] of ps.entries()) {
        expect(adjusted[index]).toBeGreaterThanOrEqual(p);
        expect(adjusted[index]).toBeLessThanOrEqual(Math.min(1, ps.length * p));
        for (const [other, q] of ps.entries()) if (p < q) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[other]!);
      }
      if (ps.length > 0) expect(Math.min(...adjusted)).toBe(Math.min(1, ps.length * Math.min(...ps)));
    }),
  );
});

test('the order of the tests does not matter', () => {
  fc.assert(
    fc.property(pValues, (ps) => {
      expect(holm(ps.toReversed())).toEqual(holm(ps).toReversed());
    }),
  );
});
