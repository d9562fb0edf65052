import type { DerivedInstance } from '../derived-instance';
import type { JourneyId } from '../ids';
import type { Interruption } from '../interruption';
import { quantile } from '../statistics';
import type { Millis } from '../time';
import { type NpsUnit, type PeriodNumber, periodNumber } from './nps-periods';

/** What those who started a journey in one period met with. Interruptions of the kind `abandonment` are left out: in young periods they are still to come. */
export interface JourneyPeriod {
  period: PeriodNumber;
  journey: JourneyId;
  instances: number;
  interrupted: number;
  /** Interruptions neither `self` nor pending, and those of them with a handoff. */
  toHand: number;
  handed: number;
  /** Visits to a step on a touchpoint, and those that come back to one. */
  visits: number;
  returns: number;
  /** Median time from a break to whoever carried it on; absent where nobody did. */
  waitingMs?: number | undefined;
}

/** Counts instances by the period they started in and their journey; in no order. */
export function countJourneyPeriods(unit: NpsUnit, instances: Iterable<DerivedInstance>): JourneyPeriod[] {
  const counted = new Map<string, { count: JourneyPeriod; waits: Millis[] }>();
  for (const { journey, day, detection } of instances) {
    const period = periodNumber(unit, day);
    const name = JSON.stringify([period, journey]);
    let known = counted.get(name);
    if (!known) counted.set(name, (known = { count: { period, journey, instances: 0, interrupted: 0, toHand: 0, handed: 0, visits: 0, returns: 0 }, waits: [] }));
    const { count, waits } = known;
    const interruptions = detection.interruptions.filter(({ kind }) => kind !== 'abandonment');
    count.instances++;
    if (interruptions.length > 0) count.interrupted++;
    for (const one of interruptions) {
      if (isToHand(one)) count.toHand++;
      if (one.carrier?.kind === 'handoff') count.handed++;
      if (one.carrier) waits.push(one.carrier.at - one.at);
    }
    count.visits += detection.visits.length;
    count.returns += detection.visits.length - new Set(detection.visits.map(({ step, touchpoint }) => JSON.stringify([step, touchpoint]))).size;
  }
  return [...counted.values()].map(({ count, waits }) => (waits.length === 0 ? count : { ...count, waitingMs: quantile(waits.sort((a, b) => a - b), 0.5) }));
}

const isToHand = ({ resolution, pending }: Interruption): boolean => resolution !== 'self' && !pending;
