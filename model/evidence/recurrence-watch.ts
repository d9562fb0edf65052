import type { Day } from '../time';

/** A day of the CUSUM. */
export interface WatchPoint {
  day: Day;
  n: number;
  /** Absent without instances: such a day leaves the sum as it was. */
  rate?: number | undefined;
  /** The sum after this day, in units of a day's σ·√φ; never below 0. */
  sum: number;
}

/** 复发监测: how the daily rate went on after the close. */
export interface RecurrenceWatch {
  /** Midpoint of baseline and after rate. */
  reference: number;
  /** h: what raises. */
  threshold: number;
  path: WatchPoint[];
  /** The first day on which the sum reached the threshold. */
  raisedOn?: Day | undefined;
}
