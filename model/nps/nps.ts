import { bandOf } from '../rating';

/** Ratings counted by band; the rest of `n` are passive. */
export interface NpsCounts {
  n: number;
  promoters: number;
  detractors: number;
}

/** Fewer ratings than this make no point: 样本不足. */
export const LEAST_RATINGS = 30;

/** What half a 95 % interval is in standard errors, and the least of a significant difference. */
export const NPS_Z = 1.96;

/** An NPS, or a difference of two, with its 95 % interval. */
export interface NpsInterval {
  nps: number;
  low: number;
  high: number;
}

/** What intervals and tests are taken of: the adjusted NPS and its standard error, both in points. */
export interface NpsEstimate {
  nps: number;
  adjusted: number;
  error: number;
}

/** (promoters − detractors) ÷ n × 100. Throws a `RangeError` without ratings. */
export function npsOf({ n, promoters, detractors }: NpsCounts): number {
  if (n <= 0) throw new RangeError('Failed to take the NPS of no ratings.');
  return ((promoters - detractors) / n) * 100;
}

/**
 * The NPS with its adjusted Wald estimate: 3 ratings more, ¾ of them promoters and ¾ detractors (Sauro & Lewis 2016, "Quantifying the User
 * Experience", §3; of the adjustments tried there, that which covers best).
 *
 * @example npsEstimate({ n: 30, promoters: 30, detractors: 0 }).adjusted // 90.909…
 */
export function npsEstimate(counts: NpsCounts): NpsEstimate {
  const n = counts.n + 3;
  const promoters = (counts.promoters + 0.75) / n;
  const detractors = (counts.detractors + 0.75) / n;
  const adjusted = promoters - detractors;
  return { nps: npsOf(counts), adjusted: adjusted * 100, error: Math.sqrt((promoters + detractors - adjusted ** 2) / n) * 100 };
}

/** The 95 % interval, cut at ±100. */
export function npsInterval({ nps, adjusted, error }: NpsEstimate): NpsInterval {
  return { nps, low: Math.max(-100, adjusted - NPS_Z * error), high: Math.min(100, adjusted + NPS_Z * error) };
}

/**
 * How much one NPS lies above another, of ratings that have nothing to do with each other. The difference shown is of what is shown; interval and
 * significance are of the adjusted estimates.
 */
export function npsDifference(before: NpsEstimate, now: NpsEstimate): { delta: number; low: number; high: number; significant: boolean } {
  const adjusted = now.adjusted - before.adjusted;
  const error = Math.hypot(before.error, now.error);
  return { delta: now.nps - before.nps, low: adjusted - NPS_Z * error, high: adjusted + NPS_Z * error, significant: Math.abs(adjusted) / error >= NPS_Z };
}

export const noRatings = (): NpsCounts => ({ n: 0, promoters: 0, detractors: 0 });

/** Counts one rating more. */
export function addScore(counts: NpsCounts, score: number): void {
  const band = bandOf(score);
  counts.n++;
  if (band === 'promoter') counts.promoters++;
  if (band === 'detractor') counts.detractors++;
}

export function addCounts(sum: NpsCounts, { n, promoters, detractors }: NpsCounts): void {
  sum.n += n;
  sum.promoters += promoters;
  sum.detractors += detractors;
}
