import type { DerivedInstance } from '../derived-instance';
import { detect } from '../detect';
import type { JourneyEvent } from '../detection';
import type { EventId, InstanceId, JourneyId } from '../ids';
import { journeyEvent, journeyRules } from '../journey-rules';
import { compareEvents } from '../order-events';
import type { ServiceEvent } from '../service-event';
import { zoneOf, type Zone } from '../zone';
import type { World } from './arbitrary-world';

/** The rows of a log that are kept: not unknown to the catalogue, the first of their id, of the first journey of their instance. */
export function admitted({ catalogue, events }: Pick<World, 'catalogue' | 'events'>): ServiceEvent[] {
  const rules = journeyRules(catalogue);
  const known = new Set<EventId>();
  const journeys = new Map<InstanceId, JourneyId>();
  return events.filter((event) => {
    if (known.has(event.id) || typeof journeyEvent(rules, event) === 'string') return false;
    if ((journeys.get(event.instance) ?? event.journey) !== event.journey) return false;
    known.add(event.id);
    journeys.set(event.instance, event.journey);
    return true;
  });
}

/** What a store must derive from a log: the reference, from scratch. Instances that do not exist yet are absent. */
export function derive(world: World, zone: Zone = zoneOf('Asia/Shanghai')): DerivedInstance[] {
  const rules = journeyRules(world.catalogue);
  const instances = new Map<InstanceId, { journey: JourneyId; events: JourneyEvent[] }>();
  for (const event of admitted(world).toSorted(compareEvents)) {
    const read = journeyEvent(rules, event);
    if (typeof read === 'string') continue;
    const instance = instances.get(event.instance);
    if (instance) instance.events.push(read);
    else instances.set(event.instance, { journey: event.journey, events: [read] });
  }
  return [...instances].flatMap(([id, { journey, events }]) => {
    const detection = detect(rules.journeys.get(journey)!, events, world.now);
    return detection.exists ? [{ id, journey, day: zone.dayOf(detection.startedAt), detection }] : [];
  });
}
