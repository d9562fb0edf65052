import { compareIds } from './compare-ids';
import type { DerivedInstance } from './derived-instance';
import type { OrganisationId, SegmentId } from './ids';
import { nodeNamer } from './node-key';
import type { Level, NodeDay } from './panorama-counts';
import { levelVisits } from './visits';

/** Of one place and start day, those of an organisation (itself, not what is below it) and a segment. */
export interface GroupDay extends NodeDay {
  organisation?: OrganisationId | undefined;
  segment?: SegmentId | undefined;
}

/** Counts a place by who was there: the reference that a store's GROUP BY must agree with. By day, organisation, segment; none first. @param instances those of the filter */
export function countGroups(level: Level, id: string, instances: Iterable<DerivedInstance>): GroupDay[] {
  const name = nodeNamer(level);
  const groups = new Map<string, GroupDay>();
  for (const { journey, day, detection } of instances) {
    const { organisation, segment, visits, interruptions } = detection;
    if (!levelVisits(level, visits).some(({ step, touchpoint }) => name(journey, step, touchpoint) === id)) continue;
    const key = JSON.stringify([day, organisation, segment]);
    const group = groups.get(key) ?? { day, ...(organisation !== undefined && { organisation }), ...(segment !== undefined && { segment }), instances: 0, interrupted: 0, interruptedWithoutAbandonment: 0 };
    groups.set(key, group);
    group.instances++;
    const here = interruptions.filter(({ step, touchpoint }) => name(journey, step, touchpoint) === id);
    if (here.length > 0) group.interrupted++;
    if (here.some(({ kind }) => kind !== 'abandonment')) group.interruptedWithoutAbandonment++;
  }
  return [...groups.values()].toSorted(byGroup);
}

export const byGroup = (a: GroupDay, b: GroupDay): number =>
  compareIds(a.day, b.day) || compareIds(a.organisation ?? '', b.organisation ?? '') || compareIds(a.segment ?? '', b.segment ?? '');
