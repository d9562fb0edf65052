import { type MappingProfile, tellReason } from '#contract';
import type { BadRow, LogRow, ReadRow } from './log-row';
import { openText } from './open-text';
import { type CsvRecord, detectDelimiter, readCsv } from './read-csv';
import { type Mapping, proposeMapping, xesMapping } from './propose-mapping';
import { readXes } from './read-xes';

/** A log opened for reading: its format and mapping are known, its rows come batch by batch. */
export interface OpenLog {
  format: 'csv' | 'xes';
  mapping: Mapping;
  rows: AsyncIterable<ReadRow[]>;
}

/** Opens a log of any kind that is read here. Throws `UnreadableFile`, now or while the rows come. */
export async function openLog(file: ReadableStream<Uint8Array>, profile: MappingProfile): Promise<OpenLog> {
  const { format, head, chunks } = await openText(file);
  if (format === 'xes') return { format, mapping: xesMapping(profile), rows: readXes(chunks) };
  const records = readCsv(chunks, detectDelimiter(head));
  // Every batch has records: what has no header has no rows either.
  const first = await records.next();
  const [header, ...rest] = first.done ? [] : first.value;
  const columns = header?.cells.map((name) => name.trim()) ?? [];
  return { format, mapping: proposeMapping(columns, profile), rows: csvRows(columns, rest, records) };
}

async function* csvRows(columns: readonly string[], first: CsvRecord[], records: AsyncIterable<CsvRecord[]>): AsyncGenerator<ReadRow[]> {
  const places = new Map(columns.map((column, index) => [column, index]));
  const toRow = ({ line, cells }: CsvRecord): ReadRow => {
    if (cells.length === columns.length) return new CsvRow(line, cells, columns, places);
    return { line, pointer: '', ...tellReason('cells-differ', { cells: cells.length, columns: columns.length }) } satisfies BadRow;
  };
  yield first.map(toRow);
  for await (const batch of records) yield batch.map(toRow);
}

class CsvRow implements LogRow {
  constructor(
    readonly line: number,
    readonly cells: readonly string[],
    readonly columns: readonly string[],
    readonly places: ReadonlyMap<string, number>,
  ) {}

  get(column: string): string | undefined {
    const place = this.places.get(column);
    return place === undefined ? undefined : this.cells[place];
  }

  *entries(): Generator<[string, string]> {
    for (const [index, column] of this.columns.entries()) yield [column, this.cells[index] ?? ''];
  }
}
