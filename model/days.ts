import { DAY, type Day } from './time';

/** Days since 1970-01-01 of a calendar day. Throws a `RangeError` when there is no such day. */
export function dayNumber(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Date.parse(`${day}T00:00:00Z`) / DAY;
  // Date.parse rolls 2026-02-30 over to March.
  if (!Number.isInteger(number) || dayOfNumber(number) !== day) {
    throw new RangeError(`Failed to read the day "${day}": there is no such day.`);
  }
  if (numbers.size < REMEMBERED_DAYS) numbers.set(day, number);
  return number;
}

/** Lists ask for the same days again and again, and reading one takes a microsecond or two. */
const numbers = new Map<Day, number>();
const texts = new Map<number, Day>();
/** More than anybody looks at. */
const REMEMBERED_DAYS = 20_000;

/** The calendar day so many days after 1970-01-01. */
export function dayOfNumber(number: number): Day {
  const known = texts.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY).toISOString().slice(0, 10);
  if (texts.size < REMEMBERED_DAYS) texts.set(number, day);
  return day;
}

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
