import { generate, type History } from '#demo';
import { compareEvents, HOUR, type ServiceEvent } from '#model';

/** The demo insurer's past as a server would have received it: in order of time, in bounded memory. */
export function* arrivals(history: History): Generator<ServiceEvent> {
  const hours = new Map<number, ServiceEvent[]>();
  let nextHour = Infinity;
  let instance = '';
  const flush = function* (before: number): Generator<ServiceEvent> {
    for (; nextHour < before && hours.size > 0; nextHour++) {
      yield* (hours.get(nextHour) ?? []).sort(compareEvents);
      hours.delete(nextHour);
    }
  };
  for (const event of generate(history)) {
    const hour = Math.floor(event.at / HOUR);
    // Instances come by the time they start: no later one has an event before this one's first.
    if (event.instance !== instance) {
      instance = event.instance;
      nextHour = Math.min(nextHour, hour);
      yield* flush(hour);
    }
    const ofHour = hours.get(hour);
    if (ofHour) ofHour.push(event);
    else hours.set(hour, [event]);
  }
  yield* flush(Infinity);
}
