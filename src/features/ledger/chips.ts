import type { TicketCounts } from '#contract';
import type { LedgerSearch } from './search';

/** A filter by one press: what it asks for, and which count says how many that gives. */
export interface Chip {
  id: 'mine' | 'department' | 'late' | 'week' | 'passed' | 'failed' | 'unowned' | 'recurred' | 'waived';
  filter: Partial<LedgerSearch>;
  count: (counts: TicketCounts) => number;
}

/** In the order they stand; each gives exactly as many rows as it says. */
export const CHIPS: readonly Chip[] = [
  { id: 'mine', filter: { owner: 'me' }, count: ({ mine }) => mine },
  { id: 'department', filter: { department: 'mine' }, count: ({ department }) => department },
  { id: 'late', filter: { due: 'late' }, count: ({ late }) => late },
  { id: 'week', filter: { due: 'week' }, count: ({ week }) => week },
  { id: 'passed', filter: { waiting: 'passed' }, count: ({ passed }) => passed },
  { id: 'failed', filter: { waiting: 'failed' }, count: ({ failed }) => failed },
  { id: 'unowned', filter: { owner: 'none' }, count: ({ unowned }) => unowned },
  { id: 'recurred', filter: { recurred: 'true' }, count: ({ recurred }) => recurred },
  { id: 'waived', filter: { state: ['waived'] }, count: ({ waived }) => waived },
];

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether the address asks for what a chip asks for, whatever else it narrows to. */
export const isChosen = ({ filter }: Chip, search: LedgerSearch): boolean => {
  const asked: Record<string, unknown> = search;
  return Object.entries(filter).every(([name, wanted]) => sameValue(asked[name], wanted));
};
