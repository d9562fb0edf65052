import { DAY, HOUR, type Instant, MINUTE, SECOND, type Zone } from '#model';

/** How days with the year at the end are written: 29/2/2016 or 2/29/2016. */
export type DayOrder = 'dmy' | 'mdy';

const CLOCK = String.raw`(?:(?:T|\s+|,\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?`;
const OFFSET = String.raw`\s*(?:(Z|UTC|GMT)|([+-])(\d{2}):?(\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${CLOCK}${OFFSET}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${CLOCK}${OFFSET}$`, 'i');
const DAY_MONTH_NAME = new RegExp(String.raw`^(\d{1,2})[-/. ]([a-z]{3,9})\.?[-/., ]+(\d{4})${CLOCK}${OFFSET}$`, 'i');
const MONTH_NAME_DAY = new RegExp(String.raw`^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})${CLOCK}${OFFSET}$`, 'i');
const COMPACT = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?(?:[.,](\d{1,9}))?)?${OFFSET}$`, 'i');
const EPOCH = /^\d{10}(?:\d{3}|\.\d{1,9})?$/;
const HALF_DAY = /\s*(?:\b([ap])\.?m\b\.?|(上午|下午|凌晨|晚上))\s*/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a time of a log: ISO 8601 and its common relatives (a space for the T, `/` or `.` in the date, any fraction, 年月日, names of months,
 * am and pm), or seconds or milliseconds since 1970; with the year at the end only when `order` says what comes first. Without an offset it is
 * local time of the zone. Beyond milliseconds it is cut. Undefined when it is no such time, or one there is not, such as 30 February.
 */
export function parseTime(text: string, zone: Zone, order?: DayOrder): Instant | undefined {
  const trimmed = text.trim();
  const plain = YEAR_FIRST.exec(trimmed);
  if (plain) return instantOf(plain[1], plain[3], plain[4], plain.slice(5), zone);
  if (EPOCH.test(trimmed)) return trimmed.length === 13 && !trimmed.includes('.') ? Number(trimmed) : Math.floor(Number(trimmed) * SECOND + 1e-6);
  const { rest, half } = withoutHalfDay(chineseAsPlain(trimmed));
  let match = YEAR_LAST.exec(rest);
  if (match) {
    if (order === undefined) return undefined;
    const [, first, , second, year, ...clock] = match;
    return order === 'dmy' ? instantOf(year, second, first, clock, zone, half) : instantOf(year, first, second, clock, zone, half);
  }
  if ((match = YEAR_FIRST.exec(rest))) return instantOf(match[1], match[3], match[4], match.slice(5), zone, half);
  if ((match = COMPACT.exec(rest))) return instantOf(match[1], match[2], match[3], match.slice(4), zone, half);
  if ((match = DAY_MONTH_NAME.exec(rest))) return instantOf(match[3], monthNumber(match[2]), match[1], match.slice(4), zone, half);
  if ((match = MONTH_NAME_DAY.exec(rest))) return instantOf(match[3], monthNumber(match[1]), match[2], match.slice(4), zone, half);
  return undefined;
}

/** What a date with the year at the end says of the order of its parts; undefined for any other text. */
export function orderIn(text: string): DayOrder | 'either' | undefined {
  const [, first, , second] = YEAR_LAST.exec(withoutHalfDay(text.trim()).rest) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && b <= 12) return 'dmy';
  return b > 12 && a <= 12 ? 'mdy' : 'either';
}

const chineseAsPlain = (text: string): string =>
  /[年月日时点分秒]/.test(text)
    ? text
        .replaceAll(/\s*[年月]\s*/g, '-')
        .replaceAll(/\s*日\s*/g, ' ')
        .replaceAll(/[时点分]/g, ':')
        .replaceAll('秒', '')
        .replace(/:$/, '')
        .replace(/ (\d{1,2})$/, ' $1:00')
        .trim()
    : text;

function withoutHalfDay(text: string): { rest: string; half?: 'am' | 'pm' } {
  const match = HALF_DAY.exec(text);
  if (!match) return { rest: text };
  const half = match[1]?.toLowerCase() === 'p' || match[2] === '下午' || match[2] === '晚上' ? 'pm' : 'am';
  return { rest: text.replace(HALF_DAY, ' ').trim(), half };
}

const monthNumber = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** @param clock hour, minute, second, fraction, utc, sign, hours and minutes of the offset, as far as they are there */
function instantOf(year = '', month = '', day = '', clock: readonly (string | undefined)[], zone: Zone, half?: 'am' | 'pm'): Instant | undefined {
  const [hour = '0', minute = '0', second = '0', fraction = '', utc, sign, offsetHours = '0', offsetMinutes = '0'] = clock;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'pm' ? 12 : 0);
  if (half !== undefined && Number(hour) > 12) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const midnight = midnightOf(date);
  const time = hours * HOUR + Number(minute) * MINUTE + Number(second) * SECOND + Number(fraction.slice(0, 3).padEnd(3, '0'));
  if (midnight === undefined || hours >= 24 || Number(minute) >= 60 || Number(second) >= 60) return undefined;
  if (utc !== undefined) return midnight + time;
  if (sign !== undefined) return midnight + time - (sign === '-' ? -1 : 1) * (Number(offsetHours) * HOUR + Number(offsetMinutes) * MINUTE);
  return localTime(date, time, zone);
}

/** The last date asked for: times of a log lie together, and whether there is such a date takes longer than all else about them. */
let asked: { date: string; midnight: Instant | undefined } = { date: '', midnight: undefined };

/** Its beginning in UTC; undefined for a date there is not. */
function midnightOf(date: string): Instant | undefined {
  if (asked.date !== date) {
    const [year, month, day] = date.split('-').map(Number);
    const midnight = Date.UTC(year ?? NaN, (month ?? NaN) - 1, day);
    asked = { date, midnight: !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date) ? midnight : undefined };
  }
  return asked.midnight;
}

/** A wall-clock time. Where the clocks change that day, they do so in the small hours: what is later counts from the day's end. */
function localTime(date: string, time: number, zone: Zone): Instant {
  const start = zone.startOf(date);
  const end = zone.endOf(date);
  return end - start === DAY || time < 3 * HOUR ? start + time : end - (DAY - time);
}
