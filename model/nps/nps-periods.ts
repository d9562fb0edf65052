import { dayNumber, dayOfNumber } from '../days';
import type { Day } from '../time';

/** Weeks begin on Monday (ISO 8601). */
export type NpsUnit = 'month' | 'quarter' | 'week';

/** Months, quarters or weeks counted from the one that 1970-01-01 lies in. */
export type PeriodNumber = number;

/** A whole period. */
export interface NamedPeriod {
  number: PeriodNumber;
  /** `2026-11`, `2026-Q4`, `2026-W48`. */
  id: string;
  from: Day;
  to: Day;
}

/** Months since January 1970. */
export const monthOf = (day: Day): number => (Number(day.slice(0, 4)) - 1970) * 12 + Number(day.slice(5, 7)) - 1;

/** The first day of a month. */
const startOfMonth = (month: number): Day => `${String(1970 + Math.floor(month / 12)).padStart(4, '0')}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}-01`;

/** Mondays come 3 days before the first days of 1970. */
const WEEK_SHIFT = 3;
const MONTHS = { month: 1, quarter: 3 } as const;

/** The period that a day lies in. */
export const periodNumber = (unit: NpsUnit, day: Day): PeriodNumber =>
  unit === 'week' ? Math.floor((dayNumber(day) + WEEK_SHIFT) / 7) : Math.floor(monthOf(day) / MONTHS[unit]);

/** A period by its number. */
export function periodAt(unit: NpsUnit, number: PeriodNumber): NamedPeriod {
  if (unit === 'week') {
    const monday = number * 7 - WEEK_SHIFT;
    return { number, id: weekId(dayOfNumber(monday)), from: dayOfNumber(monday), to: dayOfNumber(monday + 6) };
  }
  const from = startOfMonth(number * MONTHS[unit]);
  const to = dayOfNumber(dayNumber(startOfMonth((number + 1) * MONTHS[unit])) - 1);
  const id = unit === 'month' ? from.slice(0, 7) : `${from.slice(0, 4)}-Q${((number % 4) + 4) % 4 + 1}`;
  return { number, id, from, to };
}

/** A week belongs to the year of its Thursday. */
function weekId(monday: Day): string {
  const thursday = dayOfNumber(dayNumber(monday) + 3);
  const year = thursday.slice(0, 4);
  return `${year}-W${String(Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1).padStart(2, '0')}`;
}

/** The first period of the year that a period belongs to: January, Q1, W01. */
export function yearStart(unit: NpsUnit, number: PeriodNumber): PeriodNumber {
  if (unit !== 'week') return Math.floor((number * MONTHS[unit]) / 12) * (12 / MONTHS[unit]);
  const { id, from } = periodAt(unit, number);
  const week = Number(id.slice(6));
  return periodNumber(unit, dayOfNumber(dayNumber(from) - 7 * (week - 1)));
}

/** Periods in a year; of weeks, those that bring back the weekdays nearest to the date. */
export const PERIODS_A_YEAR = { month: 12, quarter: 4, week: 52 } as const;
