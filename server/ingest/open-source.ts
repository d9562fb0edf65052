import { type MappingProfile, tellReason } from '#contract';
import type { DetectedEncoding } from './detect-encoding';
import { type BadRow, CellRow, type ReadRow } from './log-row';
import { openText } from './open-text';
import { peek } from './peek';
import { type CsvRecord, detectDelimiter, readCsv } from './read-csv';
import { readNdjson } from './read-ndjson';
import { openWorkbook, type SheetRow } from './read-xlsx';
import { findHeader, sheetLikeness } from './sheet-header';
import { readXes } from './read-xes';
import { UnreadableFile } from './unreadable-file';

/** A file opened as rows, whatever kind it is. */
export interface Source {
  format: 'csv' | 'xes' | 'xlsx' | 'ndjson';
  encoding?: DetectedEncoding | undefined;
  /** Packed by gzip. */
  zipped?: boolean | undefined;
  delimiter?: string | undefined;
  sheet?: string | undefined;
  sheets?: string[] | undefined;
  /** Of the header; absent where rows name their own. */
  columns?: string[] | undefined;
  rows: AsyncIterable<ReadRow[]>;
}

export interface SourceOptions {
  file?: MappingProfile['file'];
  /** The bytes end somewhere in the middle of the file. */
  cut?: boolean | undefined;
}

const HEAD = 64 * 1024;
/** A workbook is a ZIP, which is read from its end: it has to be in memory. */
const MAX_WORKBOOK_MIB = 256;

/**
 * Opens a file of any kind that is read here, told by its first bytes and not by its name: plain or gzip; an Excel workbook, XML (XES), NDJSON
 * or else CSV. Throws `UnreadableFile` for an empty one and for what is plainly none of these.
 */
export async function openSource(file: ReadableStream<Uint8Array>, { file: how = {}, cut = false }: SourceOptions): Promise<Source> {
  const raw = await peek(file, 4);
  const isGzip = raw.head[0] === 0x1f && raw.head[1] === 0x8b;
  const { head, stream } = await peek(isGzip ? unzip(raw.stream) : raw.stream, HEAD, cut).catch(() => {
    throw new UnreadableFile('gzip-damaged', { line: 1 });
  });
  if (head.length === 0) throw new UnreadableFile('file-empty');
  const startsWith = (...magic: number[]) => magic.every((byte, index) => head[index] === byte);
  if (startsWith(0x50, 0x4b)) return sheetSource(await bytesOf(stream), how.sheet);
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableFile('file-xls');
  if (startsWith(0x25, 0x50, 0x44, 0x46)) throw new UnreadableFile('file-pdf');

  const text = openText(head, stream, { encoding: how.encoding, cut });
  const { encoding } = text;
  const first = text.head.replace(/^\uFEFF/, '').trimStart();
  if (first.startsWith('<')) return { format: 'xes', encoding, rows: readXes(text.chunks, cut) };
  if (first.startsWith('{')) return { format: 'ndjson', encoding, rows: readNdjson(text.chunks, cut) };
  if (/^\[\s*(?:\{|$)/.test(first)) throw new UnreadableFile('json-array');
  const delimiter = how.delimiter ?? detectDelimiter(text.head);
  const records = readCsv(text.chunks, delimiter, cut);
  // Every batch has records: what has no header has no rows either.
  const beginning = await records.next();
  const [header, ...rest] = beginning.done ? [] : beginning.value;
  const columns = header?.cells.map((name) => name.trim()) ?? [];
  return { format: 'csv', encoding, zipped: isGzip, delimiter, columns, rows: csvRows(columns, rest, records) };
}

/** `pipeThrough` wants its own kind of buffer, which every byte here has. */
const unzip = (stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> =>
  (stream as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(new DecompressionStream('gzip'));

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    length += next.value.length;
    if (length <= MAX_WORKBOOK_MIB * 1024 * 1024) continue;
    reader.cancel().catch(() => undefined);
    throw new UnreadableFile('workbook-too-large', { limit: MAX_WORKBOOK_MIB });
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

async function* csvRows(columns: readonly string[], first: CsvRecord[], records: AsyncIterable<CsvRecord[]>): AsyncGenerator<ReadRow[]> {
  const places = placesOf(columns);
  const toRow = ({ line, cells }: CsvRecord): ReadRow => {
    if (cells.length === columns.length) return new CellRow(line, cells, columns, places);
    return { line, pointer: '', ...tellReason('cells-differ', { cells: cells.length, columns: columns.length }) } satisfies BadRow;
  };
  yield first.map(toRow);
  for await (const batch of records) yield batch.map(toRow);
}

const placesOf = (columns: readonly string[]): ReadonlyMap<string, number> => new Map(columns.map((column, index) => [column, index]));

async function sheetSource(file: Uint8Array<ArrayBuffer>, asked: string | undefined): Promise<Source> {
  const { sheets, sheet, rows } = await openWorkbook(file, asked, sheetLikeness);
  const iterator = rows[Symbol.asyncIterator]();
  const first = await iterator.next();
  const beginning: SheetRow[] = first.done ? [] : first.value;
  const { columns, below } = findHeader(beginning);
  return { format: 'xlsx', sheet, sheets, columns, rows: sheetRows(columns, beginning.slice(below), iterator) };
}

async function* sheetRows(columns: readonly string[], first: SheetRow[], rest: AsyncIterator<SheetRow[]>): AsyncGenerator<ReadRow[]> {
  const places = placesOf(columns);
  const toRow = ({ line, cells }: SheetRow): ReadRow[] => (cells.some((cell) => cell.trim() !== '') ? [new CellRow(line, cells, columns, places)] : []);
  yield first.flatMap(toRow);
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value.flatMap(toRow);
}
