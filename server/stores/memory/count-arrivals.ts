import { type DerivedInstance, type InstanceId, type Instant, type JourneyId, type ServiceEvent, type TouchpointId } from '#model';
import type { Arrivals, ArrivalsFound, ArrivalsQuestion } from '../../ports';

interface Arrived {
  id: InstanceId;
  derived?: DerivedInstance | undefined;
}

/**
 * What is odd about events in order of arrival.
 *
 * @param instances all that the events are of, as they were first seen
 * @param presentName of a touchpoint
 */
export function countArrivals({ starts, end, now, jumpMs, sample }: ArrivalsQuestion, arrived: readonly ServiceEvent[], instances: readonly Arrived[], presentName: (touchpoint: TouchpointId) => TouchpointId): Arrivals {
  const found = { future: seeker(), backward: seeker(), jumps: seeker() };
  const latest = new Map<InstanceId, Instant>();
  const days = new Map<string, Arrivals['days'][number]>();
  for (const { instance, journey, at, touchpoint: name } of arrived) {
    const before = latest.get(instance) ?? -Infinity;
    latest.set(instance, Math.max(before, at));
    if (at > now) found.future.add(instance, journey);
    if (at < before) (before - at >= jumpMs ? found.jumps : found.backward).add(instance, journey);
    const day = at < end ? starts.findLastIndex((start) => at >= start) : -1;
    if (day < 0) continue;
    const touchpoint = presentName(name);
    const key = `${touchpoint} ${day}`;
    days.set(key, { touchpoint, day, events: (days.get(key)?.events ?? 0) + 1 });
  }
  const derived = instances.flatMap((one) => one.derived ?? []);
  const withoutEnd = derived.filter(({ detection: { state } }) => state === 'active' || state === 'lost').toSorted((a, b) => b.detection.lastAt - a.detection.lastAt);
  return {
    events: arrived.length,
    instances: instances.length,
    existing: derived.length,
    future: found.future.told(sample),
    backward: found.backward.told(sample),
    jumps: found.jumps.told(sample),
    withoutEnd: { count: withoutEnd.length, sample: withoutEnd.slice(0, sample).map(({ id, journey }) => ({ instance: id, journey })) },
    days: [...days.values()],
  };
}

/** Counts, and remembers whose they are, the last one last. */
function seeker() {
  const journeys = new Map<InstanceId, JourneyId>();
  let count = 0;
  return {
    add(instance: InstanceId, journey: JourneyId) {
      count++;
      journeys.delete(instance);
      journeys.set(instance, journey);
    },
    told: (sample: number): ArrivalsFound => ({ count, sample: [...journeys].toReversed().slice(0, sample).map(([instance, journey]) => ({ instance, journey })) }),
  };
}
