import { UnreadableFile } from '../../../ingest/unreadable-file';
import type { ReadCell, ReadSheet } from '#sheets';
import { LEDGER_COLUMNS, type LedgerColumn } from './ledger-columns';
import { textOf } from './read-cells';

/** One column of a sheet that the ledger knows. */
export interface FoundColumn {
  column: LedgerColumn;
  /** As it stands in the sheet. */
  header: string;
}

/** A title may stand above the headers. */
const LOOKED_AT = 10;

const plain = (header: string): string => header.replace(/[*＊\s]/g, '').replaceAll('（', '(').replaceAll('）', ')').toLowerCase();

const byHeader = new Map<string, LedgerColumn>(LEDGER_COLUMNS.flatMap((column) => [column.header.zh, column.header.en ?? ''].map((header) => [plain(header), column] as const)));

/**
 * Finds the headers, in either language, and the rows below them. Columns that the ledger does not know are left alone: departments keep notes of their own.
 * Throws `UnreadableFile` where there is neither a title nor a number of tickets.
 */
export function findColumns({ rows }: ReadSheet): { columns: Map<number, FoundColumn>; rows: ReadSheet['rows'] } {
  for (const [index, { cells }] of rows.slice(0, LOOKED_AT).entries()) {
    const columns = new Map<number, FoundColumn>();
    for (const [at, cell] of cells) {
      const column = byHeader.get(plain(textOf(cell)));
      if (column && ![...columns.values()].some((one) => one.column === column)) columns.set(at, { column, header: textOf(cell).replace(/\s*[*＊]$/, '') });
    }
    if ([...columns.values()].some(({ column: { key } }) => key === 'title' || key === 'id')) return { columns, rows: rows.slice(index + 1).filter(({ cells: those }) => hasAny(those, columns)) };
  }
  throw new UnreadableFile('sheet-no-header', { header: '标题' });
}

const hasAny = (cells: ReadonlyMap<number, ReadCell>, columns: ReadonlyMap<number, FoundColumn>): boolean => [...cells].some(([at, cell]) => columns.has(at) && textOf(cell) !== '');
