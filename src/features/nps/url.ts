import type { NpsAgainst, NpsDriversQuery, NpsQuery } from '#contract';
import type { Day } from '#model';
import { monthsBefore } from './months';
import type { NpsSearch } from './search';

/** The question of trends. A relative range needs the newest day with data. */
export function questionOf(search: NpsSearch, newest: Day | undefined): NpsQuery {
  const { programme, by, group, journey, touchpoint, organisation, segment } = search;
  const compared = againstOf(search) === 'custom' ? { compareFrom: search.compareFrom, compareTo: search.compareTo } : {};
  const given = { programme, by, group: group ?? 'journey', journey, touchpoint, organisation, segment, ...daysOf(search, newest), ...compared };
  return Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined));
}

/** The question of what moved it. */
export function driversOf(search: NpsSearch, newest: Day | undefined): NpsDriversQuery {
  const { group: _group, ...question } = questionOf(search, newest);
  const against = againstOf(search);
  return {
    ...question,
    ...(search.against !== undefined && { against }),
    ...(search.focus === 'all' && { among: 'all' }),
  };
}

/** What the page compares with; chosen days only where there are any. */
export const againstOf = ({ against = 'yearStart', compareFrom, compareTo }: NpsSearch): NpsAgainst => (against === 'custom' && (compareFrom === undefined || compareTo === undefined || compareFrom > compareTo) ? 'yearStart' : against);

/** Whether its days follow from the newest day with data. */
export const needsNewestDay = ({ span, from, to }: NpsSearch): boolean => span !== undefined && (from === undefined || to === undefined);

function daysOf({ span, from, to }: NpsSearch, newest: Day | undefined): { from?: Day; to?: Day } {
  if (from !== undefined && to !== undefined) return { from, to };
  return span === undefined || newest === undefined ? {} : { from: monthsBefore(newest, Number(span) - 1), to: newest };
}

/** Whether anything but time, programme and comparison narrows what is counted. */
export const isNarrowed = ({ journey, touchpoint, organisation, segment }: NpsSearch): boolean => [journey, touchpoint, organisation, segment].some((one) => one !== undefined);

/** The address with nothing narrowed. */
export const withoutFilter = (search: NpsSearch): NpsSearch => ({ ...search, journey: undefined, touchpoint: undefined, organisation: undefined, segment: undefined, focus: undefined });

/** What a saved view keeps: not the period that is open. */
export const worthSaving = (search: NpsSearch): NpsSearch => ({ ...search, point: undefined });
