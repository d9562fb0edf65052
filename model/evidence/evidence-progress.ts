import type { Day } from '../time';

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
