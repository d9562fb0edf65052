import { addDays, daysBetween } from '../days';
import { type DropTest, leastDropFound, overdispersion, sampleSizeForDrop } from '../statistics';
import { DAY, type Day, type Millis } from '../time';
import type { Zone } from '../zone';
import { EVIDENCE_RULES } from './evidence-rules';
import type { LocusDay } from './locus-day';
import { byDay, daysWithin, pooledDays, proportionOf } from './series';

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
  /** The smallest target that 60 days could show (round it up when shown); absent when even a rate of 0 could not be. */
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
  | { refused: 'never-settles'; settleMs: Millis };

/**
 * Fixes, on submission, what will be compared and the one day on which it will be tested.
 *
 * **Baseline**: the 56 full days before the first effective day, or as many as there are. Days without instances have no rate and are not
 * counted among the 28 it takes. **After**: full days from the day after the last effective day; effective days and what lies between
 * them belong to neither. There are at least 14, and as many as bring the instances with which a one-sided test at α = 0.05 finds the
 * target with 80 % power, given the baseline's own variance and its φ (`sampleSizeForDrop`), at the baseline's instances a day.
 *
 * **Test day**: the first day that begins when every after day is past and settled (`settleMs`).
 *
 * The test day is not moved when fewer instances come than planned: looking again when there are more would be a second test.
 */
export function evidencePlan({ days, effective, registeredOn, target: wanted, settleMs, zone }: EvidenceInput): EvidencePlan | EvidenceRefusal {
  const { baselineDays, afterDays, horizonDays, alpha, power, defaultTargetShare } = EVIDENCE_RULES;
  const [effectiveFrom, effectiveTo] = [effective.toSorted()[0], effective.toSorted().at(-1)];
  if (effectiveFrom === undefined || effectiveTo === undefined) throw new RangeError('Failed to plan evidence: no effective day.');
  const baselineTo = addDays(effectiveFrom, -1);
  const present = byDay(daysWithin(days, addDays(effectiveFrom, -baselineDays.most), baselineTo)).filter(({ n }) => n > 0);
  const [first, last] = [present[0], present.at(-1)];
  if (first === undefined || last === undefined || present.length < baselineDays.least) {
    return { refused: 'baseline-too-short', daysPresent: present.length, daysNeeded: baselineDays.least };
  }
  const baseline = pooledDays(present);
  if (baseline.successes === 0) return { refused: 'baseline-rate-zero', daysPresent: present.length, instances: baseline.n };
  const baselineRate = baseline.successes / baseline.n;
  const target = wanted ?? baselineRate * defaultTargetShare;
  if (!(target > 0)) return { refused: 'no-target', target };
  // Also where an idle time stands for "never", which reaches beyond every calendar.
  if (settleMs > horizonDays * DAY) return { refused: 'never-settles', settleMs };

  const perDay = baseline.n / (daysBetween(first.day, last.day) + 1);
  const phi = overdispersion(present.map(proportionOf));
  const flagged = present.filter(({ day }) => day <= registeredOn);
  const afterFrom = addDays(effectiveTo, 1);
  const base = {
    baselineFrom: first.day,
    baselineTo,
    baselineDays: present.length,
    flaggedDays: flagged.length,
    flaggedTo: flagged.at(-1)?.day,
    effectiveFrom,
    effectiveTo,
    afterFrom,
    perDay,
    phi,
    baselineRate,
    target,
  };

  const test: DropTest = { reference: { rate: baselineRate, n: baseline.n }, phi, alpha, power };
  const instancesNeeded = sampleSizeForDrop(test, target, Math.floor(perDay * horizonDays));
  const daysNeeded = instancesNeeded === undefined ? undefined : Math.max(afterDays.least, Math.ceil(instancesNeeded / perDay));
  if (instancesNeeded === undefined || daysNeeded === undefined || daysNeeded > afterDays.most) {
    const feasibleTarget = leastDropFound(test, Math.floor(perDay * afterDays.most));
    return { ...base, tooLong: true, afterDaysNeeded: daysNeeded, instancesNeeded, feasibleTarget };
  }
  const afterTo = addDays(afterFrom, daysNeeded - 1);
  const testDay = addDays(zone.dayOf(zone.endOf(afterTo) + settleMs - 1), 1);
  return { ...base, tooLong: false, afterDaysNeeded: daysNeeded, instancesNeeded, afterTo, testDay, settleDays: daysBetween(afterTo, testDay) - 1 };
}
