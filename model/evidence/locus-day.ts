import type { Day } from '../time';

/**
 * One start day at a locus: the instances that started that day and visited the locus, and those of them that were interrupted there.
 * Which kinds count is the measure's affair (`measure`); a day without instances may be left out.
 */
export interface LocusDay {
  day: Day;
  n: number;
  hits: number;
}
