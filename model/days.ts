import { DAY, type Day } from './time';

/** Days since 1970-01-01 of a calendar day. Throws a `RangeError` when there is no such day. */
export function dayNumber(day: Day): number {
  const number = Date.parse(`${day}T00:00:00Z`) / DAY;
  // Date.parse rolls 2026-02-30 over to March.
  if (!Number.isInteger(number) || dayOfNumber(number) !== day) {
    throw new RangeError(`Failed to read the day "${day}": there is no such day.`);
  }
  return number;
}

/** The calendar day so many days after 1970-01-01. */
export const dayOfNumber = (number: number): Day => new Date(number * DAY).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days);

/** How many days `to` lies after `from`; negative when before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const dayOfWeek = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** Every day from `from` to `to`, both included. */
export function daysFrom(from: Day, to: Day): Day[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, index) => dayOfNumber(first + index));
}
