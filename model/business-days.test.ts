import { expect, test } from 'vitest';
import { businessCalendar, businessDays } from './business-days';

/** The Spring Festival of 2024: off from Saturday 10 to Saturday 17 February; the Sundays 4 and 18 are worked. */
const calendar = businessDays(
  businessCalendar.parse({
    holidays: ['2024-02-10', '2024-02-11', '2024-02-12', '2024-02-13', '2024-02-14', '2024-02-15', '2024-02-16', '2024-02-17'],
    workingDays: ['2024-02-04', '2024-02-18'],
  }),
);

test('a holiday is none, a worked Sunday is one', () => {
  expect(['2024-02-04', '2024-02-09', '2024-02-12', '2024-02-17', '2024-02-18', '2024-02-25'].map(calendar.isBusinessDay)).toEqual([true, true, false, false, true, false]);
});

test('business days are added over a holiday in both directions', () => {
  expect(calendar.add('2024-02-09', 1)).toBe('2024-02-18');
  expect(calendar.add('2024-02-09', 2)).toBe('2024-02-19');
  expect(calendar.add('2024-02-18', -1)).toBe('2024-02-09');
  expect(calendar.add('2024-02-12', 0)).toBe('2024-02-18');
  expect(calendar.add('2024-02-09', 0)).toBe('2024-02-09');
});

test('business days are counted after the first day up to the last', () => {
  expect(calendar.between('2024-02-09', '2024-02-19')).toBe(2);
  expect(calendar.between('2024-02-19', '2024-02-09')).toBe(-2);
  expect(calendar.between('2024-02-10', '2024-02-17')).toBe(0);
});

test('without a calendar Monday to Friday are business days', () => {
  const plain = businessDays(businessCalendar.parse({}));
  expect(plain.add('2024-02-09', 1)).toBe('2024-02-12');
});
