import type { Proportion } from '../statistics';
import type { Day } from '../time';
import { EVIDENCE_RULES } from './evidence-rules';
import type { LocusDay } from './locus-day';
import { byDay } from './series';

/** A day of the CUSUM. */
export interface WatchPoint extends LocusDay {
  /** The sum after this day, in units of a day's σ·√φ; never below 0. A day without instances leaves it as it was. */
  cusum: number;
}

/** 复发监测: how the daily rate went on after the close. */
export interface RecurrenceWatch {
  /** Midpoint of baseline and after rate. */
  reference: number;
  /** √(φ · p(1 − p)); a day's unit is this ÷ √n. */
  unit: number;
  /** h: what raises. */
  threshold: number;
  path: WatchPoint[];
  /** The first day on which the sum reached the threshold. */
  raisedOn?: Day | undefined;
}

/**
 * A one-sided CUSUM (Page 1954, "Continuous inspection schemes") of the daily rate against the midpoint of baseline and after rate: half-way
 * back is where a relapse begins, so no further slack is taken off (k = 0), and it raises at h = 8.
 *
 * Each day counts in its own unit, √(φ · p(1 − p) ÷ that day's n) with the baseline's p: a quiet Sunday moves the sum by no more than its few
 * instances can say (a standardized p-CUSUM, Montgomery 2013, §9.1; where the baseline's rate is 0 or 1, the reference's p). A day without
 * instances moves nothing.
 *
 * A pure function of the series: when a late event changes a day, call it again. Nothing is remembered of an earlier path.
 *
 * @param evidence as frozen with the ticket: the verdict
 * @param later days after the after-window, in any order, of touchpoints whose fix is in effect
 */
export function recurrenceWatch(evidence: { baseline: Proportion; after: Proportion; phi: number }, later: readonly LocusDay[]): RecurrenceWatch {
  const { baseline, after, phi } = evidence;
  if (baseline.n === 0 || after.n === 0) throw new RangeError('Failed to watch for a recurrence: baseline or after has no instances.');
  const { k, h } = EVIDENCE_RULES.cusum;
  const rate = baseline.successes / baseline.n;
  const reference = (rate + after.successes / after.n) / 2;
  const unit = Math.sqrt(phi * (rate * (1 - rate) || reference * (1 - reference)));
  let cusum = 0;
  let raisedOn: Day | undefined;
  const path = byDay(later).map(({ day, n, hits }): WatchPoint => {
    if (n > 0 && unit > 0) cusum = Math.max(0, cusum + ((hits / n - reference) * Math.sqrt(n)) / unit - k);
    if (cusum >= h) raisedOn ??= day;
    return { day, n, hits, cusum };
  });
  return { reference, unit, threshold: h, path, raisedOn };
}
