import { HOUR, MINUTE, type Day, type Instant } from './time';
import type { Zone } from './zone';

/** An hour of a day as a clock on the wall shows it: from its full hour, or from where the day or a change of the clocks begins, up to the next. */
export interface ClockHour {
  from: Instant;
  /** Excluded. */
  to: Instant;
  /** What the clock shows at `from`, such as `09:00`. */
  clock: string;
}

/** The hours of a day, without gap or overlap: 24, or 23 or 25 where the clocks are changed. An hour that is shown twice is two. */
export function clockHours(zone: Zone, day: Day): ClockHour[] {
  const hours: ClockHour[] = [];
  const end = zone.endOf(day);
  for (let from = zone.startOf(day); from < end; ) {
    const wall = from + zone.offsetAt(from);
    const to = Math.min(end, from + HOUR - (((wall % HOUR) + HOUR) % HOUR));
    hours.push({ from, to, clock: new Date(wall).toISOString().slice(11, 16) });
    from = to;
  }
  return hours;
}

/** ISO 8601 with the offset that the zone has then; in UTC where that is no whole number of minutes. */
export function isoIn(zone: Zone, instant: Instant): string {
  const offset = zone.offsetAt(instant);
  if (offset % MINUTE !== 0) return new Date(instant).toISOString();
  const minutes = Math.abs(offset) / MINUTE;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${new Date(instant + offset).toISOString().slice(0, -1)}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
