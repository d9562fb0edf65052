import { writeCsv } from '#ui';
import type { Column } from './table-rows';
import { type About, cellsOf, headerOf, type Writing } from './table-cells';

export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export interface TableToWrite<Row> {
  /** What it is called inside a workbook, and what the sheet is called that says what it is of. */
  name: string;
  aboutName: string;
  columns: readonly Column<Row>[];
  /** In pieces, as they come. */
  pieces: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
  about: About;
  writing: Writing;
}

/** A table as a file: CSV (UTF-8 with its mark; first what the rows are of, a blank line, the headers, the rows), or an Excel workbook, whose writer loads now. No text of either runs as a formula. */
export const writeTable = <Row>(table: TableToWrite<Row>, format: TableFormat): Promise<Blob> => (format === 'csv' ? csvOf(table) : workbookOf(table));

async function csvOf<Row>({ columns, pieces, about, writing }: TableToWrite<Row>): Promise<Blob> {
  const parts = [writeCsv([...about, [], columns.map((column) => headerOf(column, writing))])];
  // The mark of UTF-8 stands at the start of the file alone.
  for await (const rows of pieces) if (rows.length > 0) parts.push(writeCsv(rows.map((row) => cellsOf(columns, row, writing))).slice(1));
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

async function workbookOf<Row>({ name, aboutName, columns, pieces, about, writing }: TableToWrite<Row>): Promise<Blob> {
  const { writeWorkbook } = await import('#sheets');
  const holds = { text: 'text', count: 'number', ms: 'number', rate: 'percent', points: 'percent', at: 'stamp' } as const;
  async function* rows() {
    for await (const piece of pieces) {
      for (const row of piece) yield cellsOf(columns, row, writing).map((cell, index) => (columns[index]?.kind === 'at' && cell !== '' ? { stamp: String(cell).replace(' ', 'T') } : cell));
    }
  }
  const stream = writeWorkbook({
    name,
    columns: columns.map((column) => ({ header: headerOf(column, writing), width: column.kind === 'text' ? 20 : column.kind === 'at' ? 17 : 13, holds: holds[column.kind] })),
    rows: rows(),
    about: { name: aboutName, lines: about },
  });
  // What the writer makes is never of shared memory.
  const blob = await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
  return new Blob([blob], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}
