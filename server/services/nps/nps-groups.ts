import type { NpsGroup } from '#contract';
import { type Catalogue, type OrganisationId, organisationSubtree, type RatingCount } from '#model';

/** What ratings are told apart by: the name of a row, and the names in the order they are shown; ratings without one come last, as ''. */
export interface NpsGrouping {
  nameOf(row: RatingCount): string;
  names: readonly string[];
}

/**
 * Organisations are told apart by those right below the one asked for (or below the only one at the top), each with all below it; what belongs to
 * that one itself has its name.
 */
export function npsGrouping(group: NpsGroup, { journeys, touchpoints, organisations, segments }: Catalogue, asked: OrganisationId | undefined): NpsGrouping {
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
  if (group === 'journey') return { nameOf: ({ journey }) => journey, names: ids(journeys) };
  if (group === 'touchpoint') return { nameOf: ({ key }) => key, names: [...ids(touchpoints.toSorted((a, b) => a.order - b.order)), ''] };
  if (group === 'segment') return { nameOf: ({ key }) => key, names: [...ids(segments), ''] };
  const tops = organisations.filter(({ parent }) => parent === undefined);
  const above = asked ?? (tops.length === 1 ? tops[0]?.id : undefined);
  const below = organisations.filter(({ parent }) => parent === above);
  const belongs = new Map<string, string>(below.flatMap(({ id }) => [...organisationSubtree(organisations, id)].map((one) => [one, id])));
  return { nameOf: ({ key }) => belongs.get(key) ?? (key === above ? key : ''), names: [...ids(below), ...(above === undefined ? [] : [above]), ''] };
}
