import type { Day, Millis } from '../time';
import type { Zone } from '../zone';
import type { LocusDay } from './locus-day';

/** What is known when a ticket is submitted (提交验证). */
export interface EvidenceInput {
  /** Full days at the locus that are past and, where the measure needs it, settled. Any range and order: the baseline's are picked. */
  days: readonly LocusDay[];
  /** The effective day of each touchpoint of the locus; at least one. */
  effective: readonly Day[];
  /** Days up to this one made somebody register the ticket. */
  registeredOn: Day;
  /** Expected drop as a proportion (0.01 is one point). Default: 20 % of the baseline rate. */
  target?: number | undefined;
  /** For how long after its end a start day may still change by the passing of time alone; see `settleMs`. */
  settleMs: Millis;
  zone: Zone;
}

interface PlanBase {
  /** First and last day of the baseline; from the first day with instances, at most 56 days. */
  baselineFrom: Day;
  baselineTo: Day;
  /** Of them, those with instances at the time of the plan. */
  baselineDays: number;
  /** Of `baselineDays`, those up to the registration, which made somebody register (选择偏差): shown, not dropped. */
  flaggedDays: number;
  /** The last of them; absent when there is none. */
  flaggedTo?: Day | undefined;
  /** First and last effective day (生效日) on the locus's touchpoints. Neither window holds days from the one to the other. */
  effectiveFrom: Day;
  effectiveTo: Day;
  /** First day of the after-window. */
  afterFrom: Day;
  /** Instances a day over the baseline. */
  perDay: number;
  /** Overdispersion of the baseline's daily rates. */
  phi: number;
  baselineRate: number;
  /** Expected drop as a proportion. */
  target: number;
}

/** There will be one test, on `testDay`. */
export interface TestablePlan extends PlanBase {
  tooLong: false;
  /** Days in the after-window: 14 to 60. */
  afterDaysNeeded: number;
  /** Instances after the fix that the test needs for its power; 14 days often bring more. */
  instancesNeeded: number;
  /** Last day of the after-window. */
  afterTo: Day;
  /** The first day on which every after day is past and settled. */
  testDay: Day;
  /** Whole days from the end of the after-window to the test day, in which it settles. */
  settleDays: number;
}

/** The after-window would need more than 60 days: widen the locus or raise the target, else only waiving is left. */
export interface TooLongPlan extends PlanBase {
  tooLong: true;
  /** Absent when a year would not be enough either. */
  afterDaysNeeded?: number | undefined;
  instancesNeeded?: number | undefined;
  /** The smallest target that 60 days could show; absent when even a rate of 0 could not be. */
  feasibleTarget?: number | undefined;
}

export type EvidencePlan = TestablePlan | TooLongPlan;

/**
 * Why nothing can be planned: too few days with instances before the fix; nothing to bring down; a target that is no drop; days that never
 * settle (a journey whose customers are never given up).
 */
export type EvidenceRefusal =
  | { refused: 'baseline-too-short'; daysPresent: number; daysNeeded: number }
  | { refused: 'baseline-rate-zero'; daysPresent: number; instances: number }
  | { refused: 'no-target'; target: number }
  | { refused: 'never-settles' };
