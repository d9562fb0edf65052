import { addDays, daysBetween } from '../days';
import { recurrenceWatch } from '../evidence';
import type { Chance } from './chance';
import { simulateDays, type SimulatedLocus } from './simulate-days';
import type { TestedTicket } from './simulate-ticket';

/**
 * Watches a closed ticket's locus for so many days; each time 复发 is raised the watch starts anew.
 *
 * @returns the days it took each time, ascending in time
 */
export function simulateWatch(chance: Chance, { plan, verdict }: TestedTicket, locus: SimulatedLocus, days: number): number[] {
  const from = addDays(plan.afterTo, 1);
  let later = simulateDays(chance, locus, from, addDays(plan.afterTo, days));
  const delays: number[] = [];
  for (;;) {
    const { raisedOn } = recurrenceWatch(verdict, later);
    const first = later[0];
    if (raisedOn === undefined || first === undefined) return delays;
    delays.push(daysBetween(first.day, raisedOn) + 1);
    later = later.filter(({ day }) => day > raisedOn);
  }
}
