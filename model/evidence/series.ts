import { poolProportions, type Proportion } from '../statistics';
import type { Day } from '../time';
import type { LocusDay } from './locus-day';

/** A day as the statistics call it. */
export const proportionOf = ({ hits, n }: LocusDay): Proportion => ({ successes: hits, n });

/** All days together. */
export const pooledDays = (days: readonly LocusDay[]): Proportion => poolProportions(days.map(proportionOf));

/** The days of a series from `from` to `to`, both included. A series may come in any order and reach further. */
export const daysWithin = (days: readonly LocusDay[], from: Day, to: Day): LocusDay[] => days.filter(({ day }) => from <= day && day <= to);

/** Ascending. */
export const byDay = (days: readonly LocusDay[]): LocusDay[] => days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
