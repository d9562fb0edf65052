import { compareEvents, type Instant, type ServiceEvent } from '#model';
import { dayOf } from './calendar';
import { LONGEST_DAYS } from './story';
import { type World, worldOf } from './world';

export interface Window extends World {
  /** Events after this … */
  since: Instant;
  /** … up to and including this. */
  until: Instant;
}

/**
 * The events of the same world in (since, until], ordered by (`at`, `id`): what a running demo goes on with after
 * `generate({ until: since })`, without a gap or a contradiction, however often it is stopped and started.
 * Each call re-tells the last three weeks, so ask for an hour ahead rather than for every second.
 */
export function trickle({ since, until, ...which }: Window): ServiceEvent[] {
  const world = worldOf(which);
  const found: ServiceEvent[] = [];
  for (let day = dayOf(since) - LONGEST_DAYS; day <= dayOf(until); day++) {
    for (const events of world(day)) {
      for (const event of events) if (event.at > since && event.at <= until) found.push(event);
    }
  }
  return found.toSorted(compareEvents);
}
