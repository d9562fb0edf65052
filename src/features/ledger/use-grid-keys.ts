import { type KeyboardEvent, useState } from 'react';
import type { Cell } from './cell-id';

export interface GridKeys {
  lines: number;
  columns: number;
  /** Lines of a page. */
  page: number;
  /** Scrolls a line into view. */
  reveal: (line: number) => void;
  /** Enter: opens, sorts, unfolds. */
  run: (cell: Cell) => void;
  /** Space. */
  select: (cell: Cell) => void;
  /** Shift and an arrow: all lines from where it began. */
  extend: (from: number, to: number) => void;
  selectAll: () => void;
  clear: () => void;
}

/** The keys of a grid, and its active cell. */
export function useGridKeys({ lines, columns, page, reveal, run, select, extend, selectAll, clear }: GridKeys) {
  const [wanted, setActive] = useState<Cell>({ line: 0, column: 1 });
  const active = { line: Math.min(wanted.line, lines - 1), column: Math.min(wanted.column, columns - 1) };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.nativeEvent.isComposing) return;
    const { line, column } = active;
    const far = event.ctrlKey || event.metaKey;
    const moves: Partial<Record<string, Cell>> = {
      ArrowDown: { line: line + 1, column },
      ArrowUp: { line: line - 1, column },
      ArrowRight: { line, column: column + 1 },
      ArrowLeft: { line, column: column - 1 },
      PageDown: { line: line + page, column },
      PageUp: { line: Math.max(0, line - page), column },
      Home: far ? { line: 0, column: 0 } : { line, column: 0 },
      End: far ? { line: lines - 1, column: columns - 1 } : { line, column: columns - 1 },
    };
    const next = moves[event.key];
    if (next) {
      const cell = { line: Math.min(Math.max(next.line, -1), lines - 1), column: Math.min(Math.max(next.column, 0), columns - 1) };
      setActive(cell);
      if (cell.line >= 0 && cell.line !== line) reveal(cell.line);
      if (event.shiftKey && line >= 0 && cell.line >= 0 && cell.line !== line) extend(line, cell.line);
    } else if (event.key === 'Enter') run(active);
    else if (event.key === ' ') select(active);
    else if (far && event.key === 'a') selectAll();
    else if (event.key === 'Escape') return clear();
    else return;
    event.preventDefault();
  };
  return { active, setActive, onKeyDown };
}
