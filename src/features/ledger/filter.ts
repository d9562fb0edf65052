import type { TicketsQuestion } from '#api';
import type { TicketFilterQuery } from '#contract';
import { TICKET_STATES, type TicketState } from '#model';
import type { LedgerSearch } from './search';

/** The filter of the address, as lists, exports and bulk actions ask it. */
export function filterOf(search: LedgerSearch): TicketFilterQuery {
  const { state = ['open'] } = search;
  // The router hands on what others have put into an address, such as a chat that counts clicks; the API takes no name that it does not know.
  const given = Object.fromEntries(NARROWING.filter((name) => name !== 'state' && search[name] !== undefined).map((name) => [name, search[name]]));
  const states = state.filter((one) => one !== 'any');
  return states.length < state.length ? given : { ...given, state: states };
}

/** The question of the table. */
export const questionOf = (search: LedgerSearch): TicketsQuestion => ({
  ...filterOf(search),
  ...(search.sort && { sort: search.sort }),
  ...(search.group && { group: search.group }),
});

/** What a filter narrows to, each name of it in the address. */
const NARROWING = ['state', 'owner', 'department', 'journey', 'level', 'node', 'kind', 'due', 'waiting', 'recurred', 'complaint', 'watcher', 'q'] as const satisfies readonly (keyof LedgerSearch)[];

/** Whether anything but the open tickets is asked for. */
export const isFiltered = (search: LedgerSearch): boolean => NARROWING.some((name) => search[name] !== undefined);

/** The address with nothing filtered; order and view stay. */
export const withoutFilter = ({ sort, group, view }: LedgerSearch): LedgerSearch => ({ ...EMPTY, sort, group, view });

/** The address with another filter; order and view stay. */
export const withFilter = (search: LedgerSearch, filter: Partial<LedgerSearch>): LedgerSearch => ({ ...withoutFilter(search), ...filter });

/** Every name of the address, so that taking one away is seen by its type. */
const EMPTY: LedgerSearch = {
  state: undefined,
  owner: undefined,
  department: undefined,
  journey: undefined,
  level: undefined,
  node: undefined,
  kind: undefined,
  due: undefined,
  waiting: undefined,
  recurred: undefined,
  complaint: undefined,
  watcher: undefined,
  q: undefined,
  sort: undefined,
  group: undefined,
  view: undefined,
};

/** The states that a board has columns for: those of the filter, all without one. */
export function boardStates({ state }: LedgerSearch): readonly TicketState[] {
  if (!state || state.includes('any')) return TICKET_STATES;
  return TICKET_STATES.filter((one) => state.includes(one) || (state.includes('open') && one !== 'closed' && one !== 'waived'));
}
