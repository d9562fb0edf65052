import type { Day, Instant, Millis } from '#model';
import { useLanguage, type Language } from './language';

const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };
const UNITS: Record<Language, readonly (readonly [size: number, name: string])[]> = {
  zh: [[1e8, '亿'], [1e4, '万']],
  en: [[1e9, 'B'], [1e6, 'M'], [1e3, 'k']],
};
const DURATIONS: Record<Language, readonly (readonly [size: Millis, name: string])[]> = {
  zh: [[86_400_000, ' 天'], [3_600_000, ' 小时'], [60_000, ' 分'], [1_000, ' 秒']],
  en: [[86_400_000, ' d'], [3_600_000, ' h'], [60_000, ' min'], [1_000, ' s']],
};
/** Up to here a count is written out. */
const WRITTEN_OUT = 10_000;

/**
 * How numbers, times and days are written in one language. Days and times are those of the zone an answer names.
 *
 * `count` shortens (18.2万, 182k); `exact` never does. `points` writes a difference of two proportions, `signed` one of two numbers.
 */
export interface Formats {
  count: (value: number) => string;
  exact: (value: number) => string;
  percent: (proportion: number) => string;
  points: (proportion: number) => string;
  signed: (value: number) => string;
  duration: (ms: Millis) => string;
  bytes: (value: number) => string;
  day: (day: Day) => string;
  /** Without its year where that is the year on the calendar now. */
  shortDay: (day: Day) => string;
  weekday: (day: Day) => string;
  time: (at: Instant | string, zone: string) => string;
  dateTime: (at: Instant | string, zone: string) => string;
  /** How long ago in one unit; `now` in epoch ms. */
  ago: (at: Instant | string, now: Instant) => string;
}

/** The true minus, as wide as a plus. */
const MINUS = '−';

const makeFormats = (language: Language): Formats => {
  const locale = LOCALES[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const hundredth = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const shortDays = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const longDays = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });

  const count = (value: number): string => {
    if (Math.abs(value) < WRITTEN_OUT) return whole.format(value);
    // 99,999,600 is 1亿, not 10,000万: the unit is that of the rounded number.
    const unit = UNITS[language].find(([size]) => Math.abs(value) >= size * 0.99995) ?? [1, ''];
    return `${tenth.format(value / unit[0])}${unit[1]}`;
  };

  const percent = (proportion: number): string => {
    const value = proportion * 100;
    if (value > 0 && value < 0.1) return value < 0.01 ? '<0.01%' : `${hundredth.format(value)}%`;
    if (value > 99.9 && value < 100) return '>99.9%';
    return `${tenth.format(value)}%`;
  };

  const sign = (value: number, digits: string): string => (value > 0 ? `+${digits}` : value < 0 ? `${MINUS}${digits}` : digits);

  const points = (proportion: number): string => {
    const digits = tenth.format(Math.abs(proportion) * 100);
    return sign(digits === '0' ? 0 : proportion, digits) + (language === 'zh' ? ' 点' : ' pt');
  };

  const duration = (ms: Millis): string => {
    if (ms < 1_000) return language === 'zh' ? `${whole.format(ms)} 毫秒` : `${whole.format(ms)} ms`;
    const units = DURATIONS[language];
    const index = Math.max(0, units.findIndex(([size]) => ms >= size));
    const [size, name] = units[index] ?? [1_000, ''];
    const next = units[index + 1];
    if (!next || ms >= size * 10) return `${whole.format(ms / size)}${name}`;
    const rest = Math.floor((ms % size) / next[0]);
    return `${whole.format(Math.floor(ms / size))}${name}${rest > 0 ? ` ${rest}${next[1]}` : ''}`;
  };

  const bytes = (value: number): string => {
    const units = ['B', 'KB', 'MB', 'GB', 'TB'];
    const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(value) / Math.log(1024)));
    return `${tenth.format(value / 1024 ** power)} ${units[power]}`;
  };

  const inZone = (options: Intl.DateTimeFormatOptions) => {
    // Making a format is slow, and lists write thousands of times.
    const made = new Map<string, Intl.DateTimeFormat>();
    return (at: Instant | string, zone: string) => {
      const format = made.get(zone) ?? new Intl.DateTimeFormat(locale, { ...options, hourCycle: 'h23', timeZone: zone });
      made.set(zone, format);
      return format.format(new Date(at));
    };
  };

  const ago = (at: Instant | string, now: Instant): string => {
    const seconds = Math.max(0, Math.round((now - new Date(at).getTime()) / 1_000));
    if (seconds < 60) return relative.format(-seconds, 'second');
    if (seconds < 3_600) return relative.format(-Math.round(seconds / 60), 'minute');
    if (seconds < 86_400) return relative.format(-Math.round(seconds / 3_600), 'hour');
    return relative.format(-Math.round(seconds / 86_400), 'day');
  };

  return {
    count,
    exact: (value) => whole.format(value),
    percent,
    points,
    signed: (value) => sign(value, tenth.format(Math.abs(value))),
    duration,
    bytes,
    day: (day) => (language === 'zh' ? day : longDays.format(new Date(day))),
    shortDay: (day) => {
      const isThisYear = day.startsWith(String(new Date().getFullYear()));
      if (language === 'zh') return isThisYear ? day.slice(5) : day;
      return (isThisYear ? shortDays : longDays).format(new Date(day));
    },
    weekday: (day) => weekdays.format(new Date(day)),
    time: inZone({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    // In English a month is a word: whoever reads 06/07 does not know which is the month.
    dateTime: inZone({ year: 'numeric', hour: '2-digit', minute: '2-digit', ...(language === 'zh' ? { month: '2-digit', day: '2-digit' } : { month: 'short', day: 'numeric' }) }),
    ago,
  };
};

const FORMATS: Record<Language, Formats> = { zh: makeFormats('zh'), en: makeFormats('en') };

export const formatsOf = (language: Language): Formats => FORMATS[language];

/** `formatsOf` the language on screen. */
export const useFormats = (): Formats => formatsOf(useLanguage());
