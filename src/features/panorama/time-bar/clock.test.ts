import { day } from '#model';
import { expect, test } from 'vitest';
import { clockOf, hourOf, instantOf } from './clock';

test('a time of a day is the instant at which the clock says it, on days that the clocks change too', () => {
  expect(instantOf(day.parse('2026-11-12'), '14:05', 'Asia/Shanghai')).toBe('2026-11-12T06:05:00.000Z');
  expect(instantOf(day.parse('2026-03-29'), '14:05', 'Europe/Berlin')).toBe('2026-03-29T12:05:00.000Z');
  expect(instantOf(day.parse('2026-10-25'), '14:05', 'Europe/Berlin')).toBe('2026-10-25T13:05:00.000Z');
  expect(clockOf('2026-10-25T13:05:00.000Z', 'Europe/Berlin')).toBe('14:05');
});

test('an instant is in an hour of its day', () => {
  expect(hourOf('2026-11-11T16:30:00Z', 'Asia/Shanghai')).toBe('2026-11-12T00');
});
