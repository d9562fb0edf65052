import { businessDays } from './business-days';
import { addDays } from './days';
import { type Instant, type Millis, MINUTE } from './time';
import type { WorkingCalendar } from './working-calendar';
import type { Zone } from './zone';

/** How many days without working time are looked through before the calendar is called wrong. */
const LONGEST_BREAK = 366;

/**
 * The instant at which so many minutes of working time have passed since `from`; `from` itself for none. Time outside the working hours
 * of business days does not count. Throws a `RangeError` when the calendar has no working time within a year.
 *
 * @example addWorkingTime(calendar, shanghai, friday1750, 30) // Monday 09:20, with hours from 09:00 to 18:00
 */
export function addWorkingTime(calendar: WorkingCalendar, zone: Zone, from: Instant, minutes: number): Instant {
  let left = minutes * MINUTE;
  if (left <= 0) return from;
  for (const { start, end } of workingSpans(calendar, zone, from)) {
    if (left <= end - start) return start + left;
    left -= end - start;
  }
  throw new RangeError(`Failed to add working time: the calendar has none within ${LONGEST_BREAK} days.`);
}

/** How much working time lies between two instants; negative when `to` comes first. */
export function workingTimeBetween(calendar: WorkingCalendar, zone: Zone, from: Instant, to: Instant): Millis {
  if (to < from) return -workingTimeBetween(calendar, zone, to, from);
  let sum = 0;
  for (const { start, end } of workingSpans(calendar, zone, from)) {
    if (start >= to) break;
    sum += Math.min(end, to) - start;
  }
  return sum;
}

/** Working time from an instant on, span by span; ends only where the calendar has none for too long. */
function* workingSpans({ hours, ...calendar }: WorkingCalendar, zone: Zone, from: Instant): Generator<{ start: Instant; end: Instant }> {
  const { isBusinessDay } = businessDays(calendar);
  let day = zone.dayOf(from);
  for (let idle = 0; idle <= LONGEST_BREAK; idle++, day = addDays(day, 1)) {
    if (!isBusinessDay(day)) continue;
    for (const span of hours) {
      const start = Math.max(from, zone.at(day, minutesOf(span.from)));
      const end = zone.at(day, minutesOf(span.to));
      if (start >= end) continue;
      yield { start, end };
      idle = 0;
    }
  }
}

/** @example minutesOf('08:30') // 510 */
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
