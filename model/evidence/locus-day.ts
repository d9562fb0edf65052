import type { Proportion } from '../statistics';
import type { Day } from '../time';

/**
 * One start day at a locus: the instances that started that day and visited the locus, and those of them that were interrupted there.
 * Which kinds count is the measure's affair (`measure`); a day without instances may be left out.
 */
export interface LocusDay {
  day: Day;
  n: number;
  hits: number;
}

/** What the statistics call it. */
export const proportionOf = ({ hits, n }: LocusDay): Proportion => ({ successes: hits, n });

/** The days of a series from `from` to `to`, both included, ascending. A series may come in any order and reach further. */
export const daysWithin = (days: readonly LocusDay[], from: Day, to: Day): LocusDay[] =>
  days.filter(({ day }) => from <= day && day <= to).toSorted((a, b) => (a.day < b.day ? -1 : 1));

/** All of several days together. */
export function pooled(days: readonly LocusDay[]): Proportion {
  const total = { successes: 0, n: 0 };
  for (const { hits, n } of days) {
    total.successes += hits;
    total.n += n;
  }
  return total;
}
