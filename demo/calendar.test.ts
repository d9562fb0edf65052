import { HOUR } from '#model';
import { expect, test } from 'vitest';
import { dayOf, dayOfDate, isOpen, kindOf, stampOf, startOf, timeOfDay, whenOpen } from './calendar';

const at = (text: string) => Date.parse(text);

test('a day begins at midnight in Shanghai', () => {
  expect(stampOf(dayOf(at('2026-11-22T23:59:59+08:00')))).toBe('261122');
  expect(stampOf(dayOf(at('2026-11-23T00:00:00+08:00')))).toBe('261123');
  expect(startOf(dayOfDate('2026-11-23'))).toBe(at('2026-11-23T00:00:00+08:00'));
});

test('workdays, weekends and holidays of both calendars are told apart', () => {
  expect(kindOf(dayOfDate('2026-11-23'))).toBe('workday');
  expect(kindOf(dayOfDate('2026-11-22'))).toBe('weekend');
  expect(kindOf(dayOfDate('2026-10-01'))).toBe('holiday');
  expect(kindOf(dayOfDate('2026-02-16'))).toBe('holiday');
  expect(kindOf(dayOfDate('2026-02-23'))).toBe('holiday');
  expect(kindOf(dayOfDate('2026-02-24'))).toBe('workday');
  expect(kindOf(dayOfDate('2026-09-25'))).toBe('holiday');
});

test('the hours of the day are filled in order, most of them by day', () => {
  expect(timeOfDay(0)).toBe(0);
  expect(timeOfDay(1)).toBeLessThan(24 * HOUR);
  expect(timeOfDay(0.06)).toBeLessThan(timeOfDay(0.07));
  expect(timeOfDay(0.06)).toBeGreaterThan(7 * HOUR);
  expect(timeOfDay(0.9)).toBeLessThan(22 * HOUR);
});

test('who comes to a closed counter waits for the next morning', () => {
  const hours = [9, 17] as const;
  const noon = at('2026-11-23T12:00:00+08:00');
  expect(isOpen(noon, hours)).toBe(true);
  expect(whenOpen(noon, hours, 5)).toBe(noon);
  expect(whenOpen(at('2026-11-23T17:00:00+08:00'), hours, 5)).toBe(at('2026-11-24T09:00:00+08:00') + 5);
  expect(whenOpen(at('2026-11-24T03:00:00+08:00'), hours, 5)).toBe(at('2026-11-24T09:00:00+08:00') + 5);
});
