import { DAY, HOUR, MINUTE, SECOND } from '#model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_ATTEMPTS, retryDelay } from './retry-delay';

test('attempts come later and later, eight within a day, and then no more', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7, 8].map((failed) => retryDelay(failed, 0.5));
  expect(delays).toEqual([10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, undefined]);
  expect(MOST_ATTEMPTS).toBe(8);
});

test('each is a fifth more or less, and not before the receiver wants it, but within a day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failed, random) => {
      const middle = retryDelay(failed, 0.5) ?? NaN;
      const delay = retryDelay(failed, random) ?? NaN;
      expect(delay).toBeGreaterThanOrEqual(Math.floor(middle * 0.8));
      expect(delay).toBeLessThanOrEqual(Math.ceil(middle * 1.2));
    }),
  );
  expect(retryDelay(1, 0.5, HOUR)).toBe(HOUR);
  expect(retryDelay(1, 0.5, 10 * DAY)).toBe(DAY);
});
