import { addCounts, LEAST_RATINGS, noRatings, type NpsCounts, npsOf } from './nps';
import type { WeightedPart } from './weighted-nps';

/** A journey in two periods. */
export interface ContributingPart<Id extends string> {
  id: Id;
  before: WeightedPart;
  now: WeightedPart;
}

/** What one journey, or several together, did to the difference of two means. */
export interface Contribution<Id extends string> {
  /** One, or those of 其他. */
  ids: Id[];
  isOther: boolean;
  /** Mean share × change of the NPS. */
  within: number;
  /** Change of the share × mean NPS. */
  mix: number;
  shareBefore: number;
  shareNow: number;
  before: NpsCounts;
  now: NpsCounts;
}

/**
 * Splits the difference of two weighted means (`weightedNps` of the `now` parts − of the `before` parts) into what journeys did within and what the
 * change of their shares did: Σ (within + mix) is the difference. Journeys with fewer than 30 ratings in either period go together into 其他, last.
 * What has no ratings in one of the periods has share 0 there, and the NPS of the other.
 *
 * @returns empty where one of the periods has no ratings
 */
export function npsContributions<Id extends string>(parts: readonly ContributingPart<Id>[]): Contribution<Id>[] {
  const size = (one: WeightedPart) => (one.counts.n > 0 ? one.weight : 0);
  const wholeBefore = parts.reduce((sum, { before }) => sum + size(before), 0);
  const wholeNow = parts.reduce((sum, { now }) => sum + size(now), 0);
  if (wholeBefore === 0 || wholeNow === 0) return [];
  const isFew = ({ before, now }: ContributingPart<Id>) => Math.min(before.counts.n, now.counts.n) < LEAST_RATINGS;
  const split = (ids: readonly ContributingPart<Id>[], isOther: boolean): Contribution<Id> => {
    const before = together(ids.map((one) => ({ share: size(one.before) / wholeBefore, counts: one.before.counts })));
    const now = together(ids.map((one) => ({ share: size(one.now) / wholeNow, counts: one.now.counts })));
    const levelBefore = before.level ?? now.level ?? 0;
    const levelNow = now.level ?? levelBefore;
    return {
      ids: ids.map(({ id }) => id),
      isOther,
      within: ((before.share + now.share) / 2) * (levelNow - levelBefore),
      mix: (now.share - before.share) * ((levelBefore + levelNow) / 2),
      shareBefore: before.share,
      shareNow: now.share,
      before: before.counts,
      now: now.counts,
    };
  };
  const few = parts.filter(isFew);
  return [...parts.filter((one) => !isFew(one)).map((one) => split([one], false)), ...(few.length > 0 ? [split(few, true)] : [])];
}

/** Several as one: the sum of their shares, and the mean of their levels by share; no level where they have no share. */
function together(ones: readonly { share: number; counts: NpsCounts }[]): { share: number; level?: number; counts: NpsCounts } {
  const counts = noRatings();
  let share = 0;
  let sum = 0;
  for (const one of ones) {
    addCounts(counts, one.counts);
    share += one.share;
    if (one.share > 0) sum += one.share * npsOf(one.counts);
  }
  return share > 0 ? { share, level: sum / share, counts } : { share, counts };
}
