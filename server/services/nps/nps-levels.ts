import type { NpsChange, NpsFigure, NpsPeriod } from '#contract';
import { LEAST_RATINGS, noRatings, npsDifference, npsEstimate, type NpsCounts, type NpsEstimate, npsInterval } from '#model';

/** Ratings of one period with the estimate made of them; without one where there are none. */
export interface NpsLevel {
  counts: NpsCounts;
  estimate?: NpsEstimate | undefined;
}

/** All ratings as one heap. */
export const levelOf = (counts: NpsCounts = noRatings()): NpsLevel => ({ counts, ...(counts.n > 0 && { estimate: npsEstimate(counts) }) });

const isEnough = ({ counts }: NpsLevel): boolean => counts.n >= LEAST_RATINGS;

/** As it is told: below 30 ratings without a point. */
export function figureOf(level: NpsLevel): NpsFigure {
  const { n, promoters, detractors } = level.counts;
  return { n, promoters, detractors, ...(isEnough(level) && level.estimate && npsInterval(level.estimate)) };
}

/** The difference of two levels; absent where one of them has too few ratings. */
export const differenceOf = (before: NpsLevel, now: NpsLevel) =>
  before.estimate && now.estimate && isEnough(before) && isEnough(now) ? npsDifference(before.estimate, now.estimate) : undefined;

/** A change as it is told. */
export const changeOf = (against: NpsChange['against'], period: NpsPeriod, before: NpsLevel, now: NpsLevel): NpsChange => ({
  against,
  period,
  before: figureOf(before),
  now: figureOf(now),
  ...differenceOf(before, now),
});
