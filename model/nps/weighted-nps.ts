import { addCounts, npsEstimate, noRatings, type NpsCounts, type NpsEstimate } from './nps';

/** One of those that a mean is taken of. */
export interface WeightedPart {
  /** Any measure of size; at least 0. */
  weight: number;
  counts: NpsCounts;
}

/**
 * The mean NPS of several journeys, weighted: each counts by its weight, however many ratings it has. Those without ratings are left out, and
 * so the weights of the others make the whole.
 *
 * @returns absent where nothing with a weight has ratings
 */
export function weightedNps(parts: readonly WeightedPart[]): (NpsEstimate & { counts: NpsCounts }) | undefined {
  const rated = parts.filter(({ weight, counts }) => weight > 0 && counts.n > 0);
  const whole = rated.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return undefined;
  const mean = { nps: 0, adjusted: 0, variance: 0, counts: noRatings() };
  for (const { weight, counts } of rated) {
    const share = weight / whole;
    const { nps, adjusted, error } = npsEstimate(counts);
    mean.nps += share * nps;
    mean.adjusted += share * adjusted;
    mean.variance += (share * error) ** 2;
    addCounts(mean.counts, counts);
  }
  return { nps: mean.nps, adjusted: mean.adjusted, error: Math.sqrt(mean.variance), counts: mean.counts };
}
