import type { Day } from '../time';
import { EVIDENCE_RULES } from './evidence-rules';
import type { LocusDay } from './locus-day';
import { byDay, pooledDays } from './series';

/** A day of a p-chart; a day without instances has neither rate nor limits. */
export interface ControlPoint {
  day: Day;
  n: number;
  hits: number;
  rate?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  /** Whether the rate lies outside the limits. */
  outside: boolean;
}

/** The rate of all days together, and each day against it. */
export interface ControlChart {
  /** Absent without instances. */
  centre?: number | undefined;
  points: ControlPoint[];
}

/**
 * A p-chart (Montgomery 2013, *Introduction to Statistical Quality Control*, §7.2, with limits for the sample size of each day): the rate of
 * all days together ± 3 σ√φ, where σ² = rate (1 − rate) ÷ that day's n; without φ a busy place would be "out of control" nearly every day
 * (Laney 2002, "Improved control charts for attributes").
 *
 * @param days of one window: the baseline's, or those after
 * @param phi the baseline's
 */
export function controlLimits(days: readonly LocusDay[], phi: number): ControlChart {
  const { successes, n: total } = pooledDays(days);
  const centre = total === 0 ? undefined : successes / total;
  const points = byDay(days).map(({ day, n, hits }): ControlPoint => {
    if (n === 0 || centre === undefined) return { day, n, hits, outside: false };
    const half = EVIDENCE_RULES.controlSigmas * Math.sqrt((phi * centre * (1 - centre)) / n);
    const [rate, low, high] = [hits / n, Math.max(0, centre - half), Math.min(1, centre + half)];
    return { day, n, hits, rate, low, high, outside: rate < low || rate > high };
  });
  return { centre, points };
}
