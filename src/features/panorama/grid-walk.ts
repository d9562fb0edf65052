/** A cell of a grid; row 0 is that of the headers. */
export interface CellAt {
  row: number;
  column: number;
}

/** So many rows are a page. */
const PAGE = 10;

/**
 * The cell a key leads to in a grid of `rows` rows below its headers, as the ARIA grid pattern has it; `far` (Ctrl or ⌘) goes to the ends of the
 * grid. Absent for other keys.
 */
export function walkGrid({ row, column }: CellAt, key: string, { rows, columns }: { rows: number; columns: number }, far = false): CellAt | undefined {
  const at = (nextRow: number, nextColumn: number): CellAt => ({ row: clamp(nextRow, rows), column: clamp(nextColumn, columns - 1) });
  switch (key) {
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'PageUp':
      // A page up from the first rows ends on the first row, not on the headers.
      return at(Math.max(Math.min(row, 1), row - PAGE), column);
    case 'PageDown':
      return at(row + PAGE, column);
    case 'Home':
      return at(far ? 1 : row, 0);
    case 'End':
      return at(far ? rows : row, columns - 1);
    default:
      return undefined;
  }
}

const clamp = (value: number, most: number): number => Math.min(Math.max(0, most), Math.max(0, value));
