import { type Day, day } from '#model';
import { monthsBefore } from './months';

/** A period of a brief with its days, and those of the trend that ends with it. */
export interface BriefPeriod {
  id: string;
  by: 'month' | 'quarter';
  from: Day;
  to: Day;
  /** The first day of 36 months. */
  trendFrom: Day;
}

/** The days of a month or quarter. @example briefPeriod('2026-Q3').to // '2026-09-30' */
export function briefPeriod(id: string): BriefPeriod {
  const year = Number(id.slice(0, 4));
  const quarter = /Q([1-4])$/.exec(id)?.[1];
  const last = quarter === undefined ? Number(id.slice(5)) : Number(quarter) * 3;
  const to = day.parse(new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10));
  return { id, by: quarter === undefined ? 'month' : 'quarter', from: monthsBefore(to, quarter === undefined ? 0 : 2), to, trendFrom: monthsBefore(to, 35) };
}

/** A period that is not over goes as far as today: nothing is said of days to come. */
export const upToToday = (period: BriefPeriod, today: Day): BriefPeriod => (period.from <= today && today < period.to ? { ...period, to: today } : period);

/** The month that a day is in. */
export const monthOf = (of: Day): string => of.slice(0, 7);

/** The month before. */
export const previousMonth = (id: string): string => monthOf(monthsBefore(day.parse(`${id}-01`), 1));
