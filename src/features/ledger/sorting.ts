import type { TicketSort } from '#contract';
import { columnOf, type ColumnId } from './columns';

/** The order after pressing a column's header: its first, then its other one, then that of the ledger itself. */
export function sortColumn(column: ColumnId, sort: TicketSort | undefined): TicketSort | undefined {
  const { sorts = [] } = columnOf(column);
  const at = sort === undefined ? -1 : sorts.indexOf(sort);
  return sorts[at + 1];
}

/** How a column is sorted, as ARIA says it; nothing for one that cannot be. */
export function ariaSort(column: ColumnId, sort: TicketSort | undefined): 'ascending' | 'descending' | 'none' | undefined {
  const { sorts } = columnOf(column);
  if (!sorts) return undefined;
  if (sort === undefined || !sorts.includes(sort)) return 'none';
  return sort.startsWith('-') ? 'descending' : 'ascending';
}
