import type { Day } from '../time';

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
