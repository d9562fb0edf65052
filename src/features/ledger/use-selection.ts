import type { TicketFilterQuery } from '#contract';
import type { TicketId } from '#model';
import { useState } from 'react';

/** Which rows an action is for: some picked by hand, or all that the filter has. */
export type Selection = { kind: 'some'; ids: ReadonlySet<TicketId> } | { kind: 'all' };

const NOTHING: Selection = { kind: 'some', ids: new Set() };

export interface SelectionControl {
  selection: Selection;
  has: (id: TicketId) => boolean;
  count: (total: number) => number;
  toggle: (id: TicketId) => void;
  /** Adds these to what is picked. */
  add: (ids: readonly TicketId[]) => void;
  selectAll: () => void;
  clear: () => void;
}

/** What is selected, as long as the filter stays the same; `filter` must be memoised. */
export function useSelection(filter: TicketFilterQuery): SelectionControl {
  const [state, setState] = useState<{ selection: Selection; of: TicketFilterQuery }>({ selection: NOTHING, of: filter });
  const selection = state.of === filter ? state.selection : NOTHING;
  const set = (next: Selection) => setState({ selection: next, of: filter });
  const ids = selection.kind === 'some' ? selection.ids : new Set<TicketId>();
  return {
    selection,
    has: (id) => selection.kind === 'all' || ids.has(id),
    count: (total) => (selection.kind === 'all' ? total : ids.size),
    toggle(id) {
      if (selection.kind === 'all') return set(NOTHING);
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      set({ kind: 'some', ids: next });
    },
    add: (more) => set(selection.kind === 'all' ? selection : { kind: 'some', ids: new Set([...ids, ...more]) }),
    selectAll: () => set({ kind: 'all' }),
    clear: () => set(NOTHING),
  };
}

/** The filter of exactly what is selected. */
export const filterOfSelection = (selection: Selection, filter: TicketFilterQuery): TicketFilterQuery => (selection.kind === 'all' ? filter : { ids: [...selection.ids] });
