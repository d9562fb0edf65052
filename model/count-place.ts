import { breakOutcomes } from './break-outcomes';
import { compareIds } from './compare-ids';
import { countDays } from './count-days';
import { countPanorama } from './count-panorama';
import type { DerivedInstance } from './derived-instance';
import { isUnhanded } from './interruption';
import { nodeNamer } from './node-key';
import type { Level, PlaceCounts } from './panorama-counts';
import { quantile } from './statistics';
import type { Day, Millis } from './time';
import { levelVisits } from './visits';

/**
 * Counts one node in depth; absent when nobody visited it. The dwell of a visit lasts until the next visit's first event or, without
 * one, until its own last.
 *
 * @param instances already selected; at level `journey`, of one journey
 */
export function countPlace(level: Level, id: string, instances: readonly DerivedInstance[]): PlaceCounts | undefined {
  const node = countPanorama(level, instances).nodes.find((one) => one.id === id);
  if (!node) return undefined;

  const name = nodeNamer(level);
  const dwells: Millis[] = [];
  const daily = new Map<Day, PlaceCounts['daily'][number]>();
  for (const counts of countDays(level, instances).get(id) ?? []) {
    daily.set(counts.day, { ...counts, interruptions: 0, unhanded: 0, withHandoff: 0 });
  }
  for (const { journey, day, detection } of instances) {
    const visits = levelVisits(level, detection.visits);
    visits.forEach(({ step, touchpoint, firstAt, lastAt }, index) => {
      if (name(journey, step, touchpoint) === id) dwells.push((visits[index + 1]?.firstAt ?? lastAt) - firstAt);
    });
    const counts = daily.get(day);
    if (!counts) continue;
    for (const one of detection.interruptions) {
      if (name(journey, one.step, one.touchpoint) !== id) continue;
      counts.interruptions++;
      if (isUnhanded(one)) counts.unhanded++;
      if (one.carrier?.kind === 'handoff') counts.withHandoff++;
    }
  }
  const ascending = dwells.toSorted((a, b) => a - b);
  return {
    node,
    daily: [...daily.values()].toSorted((a, b) => compareIds(a.day, b.day)),
    outcomes: breakOutcomes(instances.flatMap(({ journey, detection }) => detection.interruptions.filter(({ step, touchpoint }) => name(journey, step, touchpoint) === id))),
    dwell: { p50: quantile(ascending, 0.5), p90: quantile(ascending, 0.9) },
  };
}
