import { useState } from 'react';
import { z } from 'zod';
import { COLUMN_IDS, type ColumnId } from './columns';

const KEY = 'throughline.ledger.columns';

/** Columns in their order, and those of them that are not shown. */
export interface ColumnChoice {
  order: readonly ColumnId[];
  hidden: readonly ColumnId[];
}

const stored = z.object({ order: z.array(z.enum(COLUMN_IDS)), hidden: z.array(z.enum(COLUMN_IDS)) });
export const DEFAULT_COLUMNS: ColumnChoice = { order: COLUMN_IDS, hidden: [] };

/** Which columns this person wants to see, kept in this browser. Id and title always are. */
export function useColumns(): { choice: ColumnChoice; shown: readonly ColumnId[]; setChoice: (choice: ColumnChoice) => void } {
  const [choice, setChoice] = useState(read);
  return {
    choice,
    shown: choice.order.filter((id) => !choice.hidden.includes(id)),
    setChoice(next) {
      setChoice(next);
      try {
        localStorage.setItem(KEY, JSON.stringify(next));
      } catch {
        // Storage is full or forbidden: the choice holds for this visit.
      }
    },
  };
}

function read(): ColumnChoice {
  try {
    const { order, hidden } = stored.parse(JSON.parse(localStorage.getItem(KEY) ?? ''));
    // Columns that are new since, at their own place among the others' end.
    return { order: [...new Set([...order, ...COLUMN_IDS])], hidden };
  } catch {
    return DEFAULT_COLUMNS;
  }
}

/** Whether a column may be hidden. */
export const mayHide = (id: ColumnId): boolean => id !== 'id' && id !== 'title';

/** The choice with a column one place on or back. */
export function moved({ order, hidden }: ColumnChoice, id: ColumnId, by: 1 | -1): ColumnChoice {
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return { order, hidden };
  return { order: order.with(from, order[to] ?? id).with(to, id), hidden };
}
