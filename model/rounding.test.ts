import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundParts } from './rounding';

test('the largest remainders are rounded up until the parts make the total', () => {
  expect(roundParts([1400, 1400, 200], 1000)).toEqual({ total: 3000, parts: [2000, 1000, 0] });
  expect(roundParts([333, 333, 334], 100)).toEqual({ total: 1000, parts: [300, 300, 400] });
});

test('parts add up to the rounded total, each within one unit and a multiple unchanged', () => {
  const parts = fc.array(fc.nat(10_000_000), { maxLength: 7 });
  fc.assert(
    fc.property(parts, fc.constantFrom(1, 100, 1000), (all, unit) => {
      const rounded = roundParts(all, unit);
      const sum = all.reduce((total, part) => total + part, 0);
      expect(rounded.total).toBe(Math.round(sum / unit) * unit);
      expect(rounded.parts.reduce((total, part) => total + part, 0)).toBe(rounded.total);
      rounded.parts.forEach((part, index) => {
        const exact = all[index]!;
        if (exact % unit === 0) expect(part).toBe(exact);
        else expect(Math.abs(part - exact)).toBeLessThan(unit);
      });
    }),
  );
});
