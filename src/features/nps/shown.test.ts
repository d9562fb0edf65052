import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shown, shownDelta, shownParts } from './shown';

test('a shown difference is the difference of what is shown', () => {
  expect(shownDelta({ nps: 29.14 }, { nps: 31.36 })).toBe(2.3);
  expect(shownDelta({ nps: 31.36 }, { nps: 29.14 })).toBe(-2.3);
  expect(shownDelta({}, { nps: 31.4 })).toBeUndefined();
});

test('shown parts add up to the shown total, each within a step of itself when the total is theirs', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 12 }), (parts) => {
      const total = shown(parts.reduce((sum, part) => sum + part, 0));
      const rounded = shownParts(parts, total);
      expect(rounded.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 6);
      rounded.forEach((part, index) => expect(Math.abs(part - (parts[index] ?? 0))).toBeLessThan(0.2));
    }),
  );
});

test('a total that differs from the sum of its parts by a step is met all the same', () => {
  expect(shownParts([1, -0.5], 0.6)).toEqual([1.1, -0.5]);
  expect(shownParts([1, -0.5], 0.4)).toEqual([1, -0.6]);
});
