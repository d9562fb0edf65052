import { saveBlob, writeCsv } from '#ui';
import type { ChartTable } from './table';

export interface FileToWrite<Row> {
  /** Of the file, without what comes after the dot. */
  file: string;
  /** Of the sheet, and of the sheet that says what the figures are of. */
  name: string;
  aboutName: string;
  /** Name and value of each condition. */
  about: readonly (readonly [string, string])[];
  table: ChartTable<Row>;
}

/** Saves the figures of a chart, exact: as CSV (what they are of, a blank line, headers, rows), or as an Excel workbook, whose writer loads now. */
export async function writeFile<Row>({ file, name, aboutName, about, table }: FileToWrite<Row>, format: 'csv' | 'xlsx'): Promise<void> {
  const lines = table.rows.map((row) => table.columns.map(({ value }) => value(row) ?? ''));
  const headers = table.columns.map(({ header }) => header);
  if (format === 'csv') return saveBlob(`${file}.csv`, new Blob([writeCsv([...about, [], headers, ...lines])], { type: 'text/csv;charset=utf-8' }));
  const { writeWorkbook } = await import('#sheets');
  const stream = writeWorkbook({
    name,
    columns: table.columns.map(({ header, kind }) => ({ header, width: kind === 'text' ? 22 : 13, holds: kind === 'text' ? 'text' : kind === 'share' ? 'percent' : 'number' })),
    // The writer takes percentages as numbers of per cents.
    rows: lines.map((line) => line.map((cell, index) => (table.columns[index]?.kind === 'share' && typeof cell === 'number' ? cell * 100 : cell))),
    about: { name: aboutName, lines: about },
  });
  // What the writer makes is never of shared memory.
  const blob = await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
  saveBlob(`${file}.xlsx`, new Blob([blob], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
}
