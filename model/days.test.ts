import { expect, test } from 'vitest';
import { addDays, dayNumber, dayOfWeek, daysBetween, daysFrom } from './days';

test('days are counted over months, leap days and years', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
  expect(daysBetween('2023-12-31', '2024-03-01')).toBe(61);
  expect(daysBetween('2024-03-01', '2024-02-29')).toBe(-1);
  expect(daysFrom('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  expect(daysFrom('2024-03-01', '2024-02-28')).toEqual([]);
});

test('weeks begin on Monday', () => {
  expect(['2026-11-23', '2026-11-29', '1969-12-28', '1970-01-01'].map(dayOfWeek)).toEqual([1, 7, 7, 4]);
});

test.each(['2023-02-29', '2023-13-01', '2023-1-1', 'today', ''])('"%s" is no day', (day) => {
  expect(() => dayNumber(day)).toThrow(RangeError);
});
