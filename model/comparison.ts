import { addDays, daysBetween } from './days';
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

function windowOf({ from, to }: Filter, period: ComparisonMode['period']): { from: Day; to: Day } {
  if (typeof period === 'object') return period;
  const length = daysBetween(from, to) + 1;
  const back = { same: 0, previous: length, weekdays: Math.ceil(length / 7) * 7 }[period];
  return { from: addDays(from, -back), to: addDays(to, -back) };
}
