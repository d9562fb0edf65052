import { type ReasonId, reasonId } from '#model';
import type { DayNumber } from './calendar';
import type { Hazard, Insurer } from './insurer';
import { concerns, FIXES, fixFactor, incidentOf, roundFactor, ROUNDS, trend } from './programme';
import { hash, Random } from './random';

/** What breaks are like among the journeys that start on one day. */
export interface Conditions {
  /** Chance of each hazard on that day, by its slot. */
  rates: Float64Array;
  /** The reason that the day's incident gives, by the slot of the hazards it concerns. */
  incident: ReadonlyMap<number, ReasonId>;
}

/** Days differ from each other by this much (SD of the logarithm), touchpoint by touchpoint. */
const UNREST = 0.12;

export function conditionsOf(insurer: Insurer, seed: string, day: DayNumber): Conditions {
  const disaster = incidentOf(seed, day);
  const incident = new Map<number, ReasonId>();
  const rates = new Float64Array(insurer.hazards.length);
  for (const hazard of insurer.hazards) {
    const { slot, journey, step, touchpoint, kind } = hazard;
    let rate = hazard.rate * trend(journey, day) * unrest(hazard, seed, day);
    for (const fix of FIXES) if (concerns(fix, journey, step, kind)) rate *= fixFactor(fix, touchpoint, day);
    for (const round of ROUNDS) if (concerns(round, journey, step, kind)) rate *= roundFactor(round, touchpoint, day);
    if (disaster && disaster.touchpoint === touchpoint && concerns(disaster, journey, step, kind)) {
      rate *= disaster.times;
      incident.set(slot, reasonId.parse(disaster.reason));
    }
    rates[slot] = rate;
  }
  return { rates, incident };
}

const unrest = ({ journey, touchpoint }: Hazard, seed: string, day: DayNumber): number =>
  Math.exp(UNREST * new Random(hash(`${seed}/${journey}/${touchpoint}`), day).normal());
