import { DAY, type Instant, type ServiceEvent } from '#model';
import { dayOf } from './calendar';
import { type World, worldOf } from './world';

/** How far back the demo's past reaches unless told. */
export const HISTORY = 400 * DAY;

export interface History extends World {
  /** No event is later. */
  until: Instant;
  /** The first journeys start on its day in Asia/Shanghai. @default 400 days before `until` */
  from?: Instant;
}

/**
 * Tells the demo insurer's past, lazily: instances by start day and, in a day, by start time; all events of an instance
 * one after the other, in order. Those that began shortly before `until` are simply not finished yet.
 */
export function* generate({ until, from = until - HISTORY, ...which }: History): Generator<ServiceEvent> {
  const world = worldOf(which);
  for (let day = dayOf(from); day <= dayOf(until); day++) {
    for (const events of world(day)) {
      for (const event of events) {
        if (event.at > until) break;
        yield event;
      }
    }
  }
}
