import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOfNumber } from '../days';
import { periodAt, periodNumber, yearStart } from './nps-periods';

const idOf = (unit: 'month' | 'quarter' | 'week', day: string) => periodAt(unit, periodNumber(unit, day)).id;

test('months and quarters have their days', () => {
  expect(periodAt('month', periodNumber('month', '2024-02-10'))).toMatchObject({ id: '2024-02', from: '2024-02-01', to: '2024-02-29' });
  expect(periodAt('quarter', periodNumber('quarter', '2026-11-26'))).toMatchObject({ id: '2026-Q4', from: '2026-10-01', to: '2026-12-31' });
});

test('weeks are those of ISO 8601: they begin on Monday and belong to the year of their Thursday', () => {
  expect(idOf('week', '2026-11-26')).toBe('2026-W48');
  expect(idOf('week', '2027-01-03')).toBe('2026-W53');
  expect(idOf('week', '2024-12-30')).toBe('2025-W01');
  expect(idOf('week', '1969-12-31')).toBe('1970-W01');
});

test('the start of the year is its January, its first quarter, its first week', () => {
  expect(periodAt('month', yearStart('month', periodNumber('month', '2026-11-26'))).id).toBe('2026-01');
  expect(periodAt('quarter', yearStart('quarter', periodNumber('quarter', '2026-11-26'))).id).toBe('2026-Q1');
  expect(periodAt('week', yearStart('week', periodNumber('week', '2026-11-26')))).toMatchObject({ id: '2026-W01', from: '2025-12-29' });
  expect(yearStart('month', periodNumber('month', '2026-01-31'))).toBe(periodNumber('month', '2026-01-01'));
});

test('every day lies in its period, and the next period begins the day after', () => {
  fc.assert(
    fc.property(fc.constantFrom('month' as const, 'quarter' as const, 'week' as const), fc.integer({ min: -20_000, max: 40_000 }), (unit, number) => {
      const day = dayOfNumber(number);
      const period = periodAt(unit, periodNumber(unit, day));
      expect(period.from <= day && day <= period.to).toBe(true);
      expect(periodAt(unit, period.number + 1).from).toBe(addDays(period.to, 1));
      expect(periodNumber(unit, periodAt(unit, yearStart(unit, period.number)).to) <= period.number).toBe(true);
    }),
  );
});
