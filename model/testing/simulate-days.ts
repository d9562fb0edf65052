import { daysFrom } from '../days';
import type { LocusDay } from '../evidence';
import type { Day } from '../time';
import type { Chance } from './chance';

/** A place whose rate wanders from day to day. */
export interface SimulatedLocus {
  /** Instances a day. */
  perDay: number;
  /** The rate of a day whose logit is in the middle. */
  rate: number;
  /** Standard deviation of the logit between days. */
  spread: number;
}

/** The days of such a place: each draws its rate, then its breaks. */
export const simulateDays = (chance: Chance, { perDay, rate, spread }: SimulatedLocus, from: Day, to: Day): LocusDay[] =>
  daysFrom(from, to).map((day) => {
    const logit = Math.log(rate / (1 - rate)) + spread * chance.normal();
    return { day, n: perDay, hits: chance.binomial(perDay, 1 / (1 + Math.exp(-logit))) };
  });
