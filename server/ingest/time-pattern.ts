import type { TimePattern } from '../ports';
import { type DayOrder, parseTime } from './parse-time';
import { zoneOf } from '#model';

const CLOCK = String.raw`(?:([T ])(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{3}|\d{6}))?)?)?`;
const OFFSET = String.raw`(Z|[+-]\d{2}:\d{2}|[+-]\d{4})?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${CLOCK}${OFFSET}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${CLOCK}${OFFSET}$`);
const UTC = zoneOf('UTC');

/**
 * How all times of a column are written, by some of them, where they are written in one common way that needs no more thought: year, month and day in numbers, a clock of
 * 24 hours, an offset or none; or seconds or milliseconds since 1970. A time that looks so is what `parseTime` says it is.
 */
export function timePattern(values: readonly string[], order: DayOrder | undefined, zone: string): TimePattern | undefined {
  const text = values.map((value) => value.trim()).find((value) => parseTime(value, UTC, order) !== undefined);
  if (text === undefined) return undefined;
  if (/^\d{13}$/.test(text)) return { pattern: { epoch: 'ms' }, looks: String.raw`\d{13}` };
  if (/^\d{10}$/.test(text)) return { pattern: { epoch: 's' }, looks: String.raw`\d{10}` };
  const first = YEAR_FIRST.exec(text);
  const match = first ?? YEAR_LAST.exec(text);
  if (!match || (!first && order === undefined)) return undefined;
  const [, , by = '', , , between, , minute, second, fraction, offset] = match;
  const literal = by === '.' ? String.raw`\.` : by;
  const parts = first ? ['%Y', '%m', '%d'] : order === 'dmy' ? ['%d', '%m', '%Y'] : ['%m', '%d', '%Y'];
  const looksOf: Record<string, string> = { '%Y': String.raw`\d{4}`, '%m': String.raw`\d{1,2}`, '%d': String.raw`\d{1,2}` };
  const date = [parts.join(by), parts.map((part) => looksOf[part]).join(literal)];
  const clock = minute === undefined ? ['', ''] : [`${between}%H:%M`, String.raw`${between}\d{1,2}:\d{2}`];
  const seconds = second === undefined ? ['', ''] : ['%S', String.raw`\d{2}`].map((part) => `:${part}`);
  const fractions = fraction === undefined ? ['', ''] : fraction.length === 3 ? ['.%g', String.raw`\.\d{3}`] : ['.%f', String.raw`\.\d{6}`];
  const offsets = offset === undefined ? ['', ''] : offset === 'Z' ? ['Z', 'Z'] : ['%z', offset.includes(':') ? String.raw`[+-]\d{2}:\d{2}` : String.raw`[+-]\d{4}`];
  const [pattern = '', looks = ''] = [0, 1].map((which) => [date, clock, seconds, fractions, offsets].map((part) => part[which] ?? '').join(''));
  return { pattern, looks, ...(offset === undefined && { zone }) };
}
