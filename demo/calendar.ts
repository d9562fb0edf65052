import { DAY, HOUR, type Instant } from '#model';

/** A day in Asia/Shanghai, counted from 1970-01-01. The zone has had no summer time since 1991, so a day is always 24 hours. */
export type DayNumber = number;

const SHANGHAI = 8 * HOUR;

export const dayOf = (at: Instant): DayNumber => Math.floor((at + SHANGHAI) / DAY);
export const startOf = (day: DayNumber): Instant => day * DAY - SHANGHAI;
/** YYYY-MM-DD. */
export const dateOf = (day: DayNumber): string => new Date(day * DAY).toISOString().slice(0, 10);
/** YYMMDD. */
export const stampOf = (day: DayNumber): string => dateOf(day).slice(2).replaceAll('-', '');
/** The day of a date YYYY-MM-DD. */
export const dayOfDate = (date: string): DayNumber => Date.parse(date) / DAY;

/** Public holidays: those of the sun every year, those of the moon as far as they are announced or computed here. */
const SOLAR_HOLIDAYS = ['01-01', '04-05', '05-01', '05-02', '05-03', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06'];
const SPRING_FESTIVALS = ['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03'];
const SPRING_FESTIVAL_DAYS = { from: -1, to: 6 };
const DRAGON_BOATS = ['2023-06-22', '2024-06-10', '2025-05-31', '2026-06-19', '2027-06-09', '2028-05-28', '2029-06-16', '2030-06-05'];
const MID_AUTUMNS = ['2023-09-29', '2024-09-17', '2025-10-06', '2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12'];
const LUNAR_HOLIDAYS = [...DRAGON_BOATS, ...MID_AUTUMNS].map(dayOfDate);

export type DayKind = 'workday' | 'weekend' | 'holiday';

export function kindOf(day: DayNumber): DayKind {
  if (SOLAR_HOLIDAYS.includes(dateOf(day).slice(5)) || LUNAR_HOLIDAYS.includes(day)) return 'holiday';
  const { from, to } = SPRING_FESTIVAL_DAYS;
  if (SPRING_FESTIVALS.some((date) => day >= dayOfDate(date) + from && day <= dayOfDate(date) + to)) return 'holiday';
  const weekday = (day + 4) % 7; // 1970-01-01 was a Thursday; 0 is Sunday.
  return weekday === 0 || weekday === 6 ? 'weekend' : 'workday';
}

/** How many journeys start on such a day, and how many of them offline, against the average day. */
export const ACTIVITY: Record<DayKind, { all: number; offline: number }> = {
  workday: { all: 1.06, offline: 1.15 },
  weekend: { all: 0.88, offline: 0.55 },
  holiday: { all: 0.52, offline: 0.12 },
};

/** Journeys started per hour of the day, as weights. */
const HOURS = [1, 0.5, 0.3, 0.2, 0.2, 0.5, 1.2, 2.4, 4.6, 6.6, 7.2, 6.4, 4.8, 5, 6.2, 6.4, 6, 5, 4.4, 5.2, 5.6, 4.8, 3.4, 2];
const HOURS_SUM = HOURS.reduce((sum, weight) => sum + weight, 0);

/** The time of day before which this part (0 to 1) of the day's journeys start. */
export function timeOfDay(part: number): number {
  let left = part * HOURS_SUM;
  let hour = 0;
  for (const weight of HOURS) {
    if (left < weight) return (hour + left / weight) * HOUR;
    left -= weight;
    hour++;
  }
  return DAY - 1;
}

type Opening = readonly [from: number, to: number];

export const isOpen = (at: Instant, [from, to]: Opening): boolean => {
  const hour = ((at + SHANGHAI) % DAY) / HOUR;
  return hour >= from && hour < to;
};

/** `at`, or when closed, a little after the next opening; `spread` keeps the morning's work from all starting at once. */
export function whenOpen(at: Instant, opening: Opening, spread: number): Instant {
  if (isOpen(at, opening)) return at;
  const today = startOf(dayOf(at)) + opening[0] * HOUR;
  return (at < today ? today : today + DAY) + spread;
}
