import { addDays, daysBetween } from '../days';
import type { Day } from '../time';
import type { TestablePlan } from './evidence-plan';
import type { LocusDay } from './locus-day';
import { daysWithin, pooledDays } from './series';

/** How far a ticket is on its way to the test day: progress, never a verdict. */
export interface EvidenceProgress {
  testDay: Day;
  /** Whether the test day has come. */
  due: boolean;
  /** 还差几天到检验日; 0 when due. */
  daysLeft: number;
  /** Full days past in the after-window. */
  days: { gathered: number; needed: number };
  /** After days from this one to the last gathered are past but may still change by time alone; absent when none may. */
  unsettledFrom?: Day | undefined;
  instances: { gathered: number; needed: number };
  baselineRate: number;
  /** Of the days gathered; absent without instances. */
  rateSoFar?: number | undefined;
}

/**
 * How far the after-window has filled by `today`, which is not over and so does not count. Once the test day has come, the verdict is
 * `evidenceTest`'s; nothing here says whether it will pass.
 */
export function evidenceProgress(plan: TestablePlan, after: readonly LocusDay[], today: Day): EvidenceProgress {
  const gathered = Math.min(plan.afterDaysNeeded, Math.max(0, daysBetween(plan.afterFrom, today)));
  const lastGathered = addDays(plan.afterFrom, gathered - 1);
  const { successes, n } = pooledDays(daysWithin(after, plan.afterFrom, lastGathered));
  const settling = addDays(today, -plan.settleDays);
  const unsettledFrom = settling < plan.afterFrom ? plan.afterFrom : settling;
  return {
    testDay: plan.testDay,
    due: today >= plan.testDay,
    daysLeft: Math.max(0, daysBetween(today, plan.testDay)),
    days: { gathered, needed: plan.afterDaysNeeded },
    unsettledFrom: unsettledFrom <= lastGathered ? unsettledFrom : undefined,
    instances: { gathered: n, needed: plan.instancesNeeded },
    baselineRate: plan.baselineRate,
    rateSoFar: n === 0 ? undefined : successes / n,
  };
}
