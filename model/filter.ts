import type { Organisation } from './catalogue';
import type { DerivedInstance } from './derived-instance';
import type { OrganisationId } from './ids';
import type { Filter } from './selection';

/** An organisation and all below it; only itself when the tree does not know it. */
export function organisationSubtree(organisations: readonly Organisation[], root: OrganisationId): Set<OrganisationId> {
  const subtree = new Set([root]);
  // A set is walked in the order of insertion, what is added meanwhile included.
  for (const above of subtree) for (const { id, parent } of organisations) if (parent === above) subtree.add(id);
  return subtree;
}

/** Whether a filter selects an instance; made once per question. Days compare as text. */
export function filterTest(filter: Filter, organisations: readonly Organisation[]): (instance: DerivedInstance) => boolean {
  const journeys = filter.journeys?.length ? new Set(filter.journeys) : undefined;
  const subtree = filter.organisation === undefined ? undefined : organisationSubtree(organisations, filter.organisation);
  return ({ journey, day, detection }) =>
    day >= filter.from &&
    day <= filter.to &&
    (!journeys || journeys.has(journey)) &&
    (!subtree || (detection.organisation !== undefined && subtree.has(detection.organisation))) &&
    (filter.segment === undefined || detection.segment === filter.segment);
}
