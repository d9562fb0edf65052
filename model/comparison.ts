import type { Organisation } from './catalogue';
import { addDays, daysBetween } from './days';
import { organisationSubtree } from './filter';
import type { OrganisationId } from './ids';
import type { Filter } from './selection';
import type { Day } from './time';

/** What a period is compared with. An organisation may be compared in any of the periods, `same` among them. */
export interface ComparisonMode {
  /**
   * `previous`: the period of equal length just before; `weekdays`: the nearest one before that has the same weekdays; `custom`: any;
   * `same`: the period itself, for another organisation.
   */
  period: 'previous' | 'weekdays' | 'same' | { from: Day; to: Day };
  /** Another organisation; absent: the filter's own. */
  organisation?: OrganisationId | undefined;
}

/** The reference window: the filter that another is compared with. */
export function comparisonWindow(filter: Filter, { period, organisation = filter.organisation }: ComparisonMode): Filter {
  return { ...filter, ...windowOf(filter, period), organisation };
}

/**
 * Whether one of two organisations is the other or lies within it; none is all of them. In the same days an instance would then stand on
 * both sides of a comparison, which no test of a difference allows.
 */
export function organisationsOverlap(organisations: readonly Organisation[], one: OrganisationId | undefined, other: OrganisationId | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  return organisationSubtree(organisations, one).has(other) || organisationSubtree(organisations, other).has(one);
}

function windowOf({ from, to }: Filter, period: ComparisonMode['period']): { from: Day; to: Day } {
  if (typeof period === 'object') return period;
  const length = daysBetween(from, to) + 1;
  const back = { same: 0, previous: length, weekdays: Math.ceil(length / 7) * 7 }[period];
  return { from: addDays(from, -back), to: addDays(to, -back) };
}
