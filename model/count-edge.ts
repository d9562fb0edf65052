import { compareIds } from './compare-ids';
import type { DerivedInstance } from './derived-instance';
import type { ReasonId } from './ids';
import { KINDS, RESOLUTIONS, type Interruption } from './interruption';
import { nodeNamer } from './node-key';
import type { EdgeCounts, EdgeKey, Level } from './panorama-counts';
import { reasonCounts } from './reason-counts';
import { quantile } from './statistics';
import type { Day, Millis } from './time';
import { levelVisits } from './visits';
import { zeros } from './zeros';

/** One passage over an edge: a transition of a flow, or the interruption of a handoff, detour or loss. */
interface Passage {
  instance: DerivedInstance;
  time?: Millis | undefined;
  interruption?: Interruption | undefined;
}

/**
 * Counts one edge in depth; absent when nobody took it. The time of a flow is its gap, of a handoff or detour its latency; a loss has
 * none.
 *
 * @param instances already selected; at level `journey`, of one journey
 */
export function countEdge(level: Level, edge: EdgeKey, instances: Iterable<DerivedInstance>): EdgeCounts | undefined {
  const passages = [...(edge.kind === 'flow' ? transitions(level, edge, instances) : brokenPassages(level, edge, instances))];
  if (passages.length === 0) return undefined;

  const times = passages.flatMap(({ time }) => time ?? []).toSorted((a, b) => a - b);
  const counts: EdgeCounts = {
    count: passages.length,
    instances: new Set(passages.map(({ instance }) => instance)).size,
    time: times.length > 0 ? { p50: quantile(times, 0.5), p90: quantile(times, 0.9) } : undefined,
    daily: daily(passages, edge.kind === 'handoff' || edge.kind === 'detour'),
  };
  return edge.kind === 'flow' ? counts : { ...counts, ...breakdown(passages.flatMap(({ interruption }) => interruption ?? []), edge.kind) };
}

function* transitions(level: Level, { from, to }: { from: string; to: string }, instances: Iterable<DerivedInstance>): Generator<Passage> {
  const name = nodeNamer(level);
  for (const instance of instances) {
    let previous: { id: string; lastAt: number } | undefined;
    for (const { step, touchpoint, firstAt, lastAt } of levelVisits(level, instance.detection.visits)) {
      const id = name(instance.journey, step, touchpoint);
      if (previous?.id === from && id === to) yield { instance, time: firstAt - previous.lastAt };
      previous = { id, lastAt };
    }
  }
}

function* brokenPassages(level: Level, edge: EdgeKey, instances: Iterable<DerivedInstance>): Generator<Passage> {
  const name = nodeNamer(level);
  for (const instance of instances) {
    for (const interruption of instance.detection.interruptions) {
      const { step, touchpoint, carrier, resolution, at } = interruption;
      if (name(instance.journey, step, touchpoint) !== edge.from) continue;
      if (edge.kind === 'loss') {
        if (resolution === 'lost') yield { instance, interruption };
      } else if (carrier?.kind === edge.kind && name(instance.journey, carrier.step, carrier.touchpoint) === edge.to) {
        yield { instance, interruption, time: carrier.at - at };
      }
    }
  }
}

const succeededIn = (passages: readonly Pick<Passage, 'interruption'>[]): number =>
  passages.filter(({ interruption }) => interruption?.continuedAt !== undefined).length;

function daily(passages: readonly Passage[], carried: boolean): EdgeCounts['daily'] {
  const days = new Map<Day, Passage[]>();
  for (const passage of passages) {
    const { day } = passage.instance;
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(passage);
    else days.set(day, [passage]);
  }
  return [...days]
    .toSorted(([a], [b]) => compareIds(a, b))
    .map(([day, ofDay]) => ({ day, count: ofDay.length, ...(carried && { succeeded: succeededIn(ofDay) }) }));
}

function breakdown(interruptions: readonly Interruption[], edge: EdgeKey['kind']): Partial<EdgeCounts> {
  const byKind = zeros(KINDS);
  const byResolution = zeros(RESOLUTIONS);
  const byReason = new Map<ReasonId | undefined, number>();
  for (const { kind, resolution, reason } of interruptions) {
    byKind[kind]++;
    byResolution[resolution]++;
    byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
  }
  return {
    byKind,
    byResolution,
    byReason: reasonCounts(byReason),
    ...(edge !== 'loss' && { succeeded: succeededIn(interruptions.map((interruption) => ({ interruption }))) }),
    ...(edge === 'handoff' && { realtime: interruptions.filter(({ carrier }) => carrier?.realtime).length }),
  };
}
