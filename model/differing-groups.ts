import type { Organisation } from './catalogue';
import { compareIds } from './compare-ids';
import type { GroupDay } from './count-groups';
import { organisationSubtree } from './filter';
import type { OrganisationId } from './ids';
import { benjaminiHochberg, overdispersion, poolProportions, type Proportion, twoProportionTest } from './statistics';
import type { Day } from './time';

/** A segment, or an organisation with all below it, whose break rate at a place differs from everybody else's there. */
export interface DifferingGroup {
  by: 'organisation' | 'segment';
  id: string;
  /** Interrupted of instances, of the group and of all others at the place. */
  here: Proportion;
  others: Proportion;
}

export interface DifferingGroups {
  /** How many groups were compared. */
  judged: number;
  /** The significant ones only: most journeys broken more, or fewer, than at the others' rate first. */
  groups: DifferingGroup[];
}

/**
 * Which segments and organisations differ at a place: the test of section 6 between a group and all others there in the same days, φ from the
 * daily rates of the others, after Benjamini–Hochberg at 5 % over all groups. Organisations are the first level below `within` at which there is more than one.
 *
 * @param withoutAbandonment where a day of the filter is not mature
 * @param within the organisation of the filter
 */
export function differingGroups(
  days: readonly GroupDay[],
  { organisations, within, withoutAbandonment }: { organisations: readonly Organisation[]; within?: OrganisationId | undefined; withoutAbandonment: boolean },
): DifferingGroups {
  const segments = new Set(days.flatMap(({ segment }) => segment ?? []));
  const tests = [
    ...[...segments].map((id) => ({ by: 'segment' as const, id, isIn: (one: GroupDay) => one.segment === id })),
    ...organisationsOf(days, organisations, within).map(({ id, subtree }) => ({ by: 'organisation' as const, id, isIn: ({ organisation }: GroupDay) => organisation !== undefined && subtree.has(organisation) })),
  ];
  const compared = tests.flatMap(({ by, id, isIn }) => {
    const proportionOf = (one: GroupDay): Proportion => ({ successes: withoutAbandonment ? one.interruptedWithoutAbandonment : one.interrupted, n: one.instances });
    const here = poolProportions(days.filter(isIn).map(proportionOf));
    const rest = days.filter((one) => !isIn(one));
    const others = poolProportions(rest.map(proportionOf));
    if (here.n === 0 || others.n === 0) return [];
    const daily = new Map<Day, Proportion>();
    for (const one of rest) daily.set(one.day, poolProportions([daily.get(one.day) ?? { successes: 0, n: 0 }, proportionOf(one)]));
    return [{ group: { by, id, here, others }, p: twoProportionTest(here, others, overdispersion([...daily.values()])).p }];
  });
  const significant = benjaminiHochberg(compared.map(({ p }) => p));
  const groups = compared.filter((_, index) => significant[index]).map(({ group }) => group);
  return { judged: compared.length, groups: groups.toSorted((a, b) => excess(b) - excess(a) || compareIds(a.by, b.by) || compareIds(a.id, b.id)) };
}

const excess = ({ here, others }: DifferingGroup): number => Math.abs(here.successes - (here.n * others.successes) / others.n);

interface Branch {
  id: OrganisationId;
  subtree: ReadonlySet<OrganisationId>;
}

/** The organisations below one (or at the top), or below the only one of them that anybody is of. */
function organisationsOf(days: readonly GroupDay[], organisations: readonly Organisation[], within: OrganisationId | undefined): Branch[] {
  const present = new Set(days.flatMap(({ organisation }) => organisation ?? []));
  const below = (parent: OrganisationId | undefined): Branch[] =>
    organisations
      .filter((one) => one.parent === parent)
      .map(({ id }) => ({ id, subtree: organisationSubtree(organisations, id) }))
      .filter(({ subtree }) => [...present].some((one) => subtree.has(one)));
  for (let level = below(within); ; ) {
    const [only, second] = level;
    const next = only && !second ? below(only.id) : [];
    if (next.length === 0) return level;
    level = next;
  }
}
