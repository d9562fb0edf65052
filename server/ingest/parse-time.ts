import { DAY, HOUR, type Instant, MINUTE, SECOND, type Zone } from '#model';

const PATTERN =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:[T ]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(?:(Z|UTC)|([+-])(\d{2}):?(\d{2})?)?$/i;
const EPOCH = /^\d{10}(?:\d{3})?$/;

/**
 * Reads a time of a log: ISO 8601 and its common relatives (a space for the T, `/` or `.` in the date, any fraction), or seconds or
 * milliseconds since 1970. Without an offset it is local time of the zone. Beyond milliseconds it is cut. Undefined when it is no such time,
 * or one there is not, such as 30 February.
 */
export function parseTime(text: string, zone: Zone): Instant | undefined {
  const trimmed = text.trim();
  if (EPOCH.test(trimmed)) return Number(trimmed) * (trimmed.length === 10 ? SECOND : 1);
  const match = PATTERN.exec(trimmed);
  if (!match) return undefined;
  const [, year = '', , month = '', day = '', hour = '0', minute = '0', second = '0', fraction = '', utc, sign, offsetHours = '0', offsetMinutes = '0'] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const time = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND + Number(fraction.slice(0, 3).padEnd(3, '0'));
  const exists = new Date(midnight).toISOString().startsWith(date) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  if (!exists) return undefined;
  if (utc !== undefined) return midnight + time;
  if (sign !== undefined) return midnight + time - (sign === '-' ? -1 : 1) * (Number(offsetHours) * HOUR + Number(offsetMinutes) * MINUTE);
  return localTime(date, time, zone);
}

/** A wall-clock time. Where the clocks change that day, they do so in the small hours: what is later counts from the day's end. */
function localTime(date: string, time: number, zone: Zone): Instant {
  const start = zone.startOf(date);
  const end = zone.endOf(date);
  return end - start === DAY || time < 3 * HOUR ? start + time : end - (DAY - time);
}
