import { type DerivedInstance, type InstanceId, type Instant, type JourneyId, type ServiceEvent, type TouchpointId } from '#model';
import type { Arrivals, ArrivalsFound, ArrivalsQuestion } from '../../ports';

/**
 * What is odd about events in order of arrival.
 *
 * @param instances in order of arrival
 * @param presentName of a touchpoint
 */
export function countArrivals(
  { starts, end, now, jumpMs, ordered: most, sample }: ArrivalsQuestion,
  arrived: readonly ServiceEvent[],
  instances: ReadonlyMap<InstanceId, { derived?: DerivedInstance | undefined }>,
  presentName: (touchpoint: TouchpointId) => TouchpointId,
): Arrivals {
  const since = starts[0] ?? end;
  const recent = arrived.filter(({ at }) => at >= since);
  const among = new Set(recent.map(({ instance }) => instance));
  const derived = [...instances].flatMap(([id, one]) => (among.has(id) && one.derived) || []);
  const withoutEnd = derived.filter(({ detection: { state } }) => state === 'active' || state === 'lost').toSorted((a, b) => b.detection.lastAt - a.detection.lastAt);
  const future = seeker();
  for (const { instance, journey, at } of recent) if (at > now) future.add(instance, journey);
  return {
    events: recent.length,
    instances: among.size,
    existing: derived.length,
    future: future.told(sample),
    ...inOrder(arrived.slice(-most), since, jumpMs, sample),
    withoutEnd: { count: withoutEnd.length, sample: withoutEnd.slice(0, sample).map(({ id, journey }) => ({ instance: id, journey })) },
    days: byDay(recent, starts, end, presentName),
  };
}

function inOrder(arrived: readonly ServiceEvent[], since: Instant, jumpMs: number, sample: number): Pick<Arrivals, 'ordered' | 'backward' | 'jumps'> {
  const [backward, jumps] = [seeker(), seeker()];
  const latest = new Map<InstanceId, Instant>();
  let ordered = 0;
  for (const { instance, journey, at } of arrived) {
    const before = latest.get(instance) ?? -Infinity;
    latest.set(instance, Math.max(before, at));
    if (at < since && before < since) continue;
    ordered++;
    if (at < before) (before - at >= jumpMs ? jumps : backward).add(instance, journey);
  }
  return { ordered, backward: backward.told(sample), jumps: jumps.told(sample) };
}

function byDay(recent: readonly ServiceEvent[], starts: readonly Instant[], end: Instant, presentName: (touchpoint: TouchpointId) => TouchpointId): Arrivals['days'] {
  const days = new Map<string, Arrivals['days'][number]>();
  for (const { at, touchpoint: name } of recent) {
    if (at >= end) continue;
    const [day, touchpoint] = [starts.findLastIndex((start) => at >= start), presentName(name)];
    const key = `${touchpoint} ${day}`;
    days.set(key, { touchpoint, day, events: (days.get(key)?.events ?? 0) + 1 });
  }
  return [...days.values()];
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
