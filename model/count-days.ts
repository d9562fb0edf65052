import { compareIds } from './compare-ids';
import type { DerivedInstance } from './derived-instance';
import { nodeNamer } from './node-key';
import type { Level, NodeDay, NodeDays } from './panorama-counts';
import type { Day } from './time';
import { levelVisits } from './visits';

/**
 * Counts, per node and start day, what a comparison needs. An instance has one start day, so the days of a node add up to its counts.
 *
 * @param instances already selected; at level `journey`, of one journey
 * @returns nodes sorted by id, days ascending
 */
export function countDays(level: Level, instances: Iterable<DerivedInstance>): NodeDays {
  const name = nodeNamer(level);
  const nodes = new Map<string, Map<Day, NodeDay>>();
  const dayOf = (node: string, day: Day): NodeDay => {
    let days = nodes.get(node);
    if (!days) nodes.set(node, (days = new Map()));
    let counts = days.get(day);
    if (!counts) days.set(day, (counts = { day, instances: 0, interrupted: 0, interruptedWithoutAbandonment: 0 }));
    return counts;
  };

  for (const { journey, day, detection } of instances) {
    const visited = new Set(levelVisits(level, detection.visits).map(({ step, touchpoint }) => name(journey, step, touchpoint)));
    for (const node of visited) dayOf(node, day).instances++;
    if (detection.interruptions.length === 0) continue;
    const interrupted = new Set<string>();
    const withoutAbandonment = new Set<string>();
    for (const { kind, step, touchpoint } of detection.interruptions) {
      const node = name(journey, step, touchpoint);
      interrupted.add(node);
      if (kind !== 'abandonment') withoutAbandonment.add(node);
    }
    for (const node of interrupted) dayOf(node, day).interrupted++;
    for (const node of withoutAbandonment) dayOf(node, day).interruptedWithoutAbandonment++;
  }
  const sorted = [...nodes].toSorted(([a], [b]) => compareIds(a, b));
  return new Map(sorted.map(([node, days]) => [node, [...days.values()].toSorted((a, b) => compareIds(a.day, b.day))]));
}
