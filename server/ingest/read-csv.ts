import { DELIMITERS } from '#contract';
import { UnreadableFile } from './unreadable-file';

/** A record of a CSV file. `line` is the one it starts on, from 1. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** A quoted cell longer than this is a quote that nobody closed. */
const MAX_CELL = 1024 * 1024;
/** A row longer than this is none. Twice a cell, so that a quote nobody closed is told as that. */
const MAX_ROW = 2 * MAX_CELL;

/** The delimiter that splits the first line into the most cells, outside quotes. */
export function detectDelimiter(head: string): string {
  const [first = ''] = head.replaceAll(/"(?:[^"]|"")*"/g, '').split('\n', 1);
  const cells = (delimiter: string) => first.split(delimiter).length;
  return DELIMITERS.reduce<string>((best, one) => (cells(one) > cells(best) ? one : best), ',');
}

/**
 * Splits CSV (RFC 4180) into records as the text comes, batch by batch: quoted cells may hold delimiters, doubled quotes and line
 * breaks; lines end with LF or CRLF; empty lines are left out. Throws `UnreadableFile` for a quote that is never closed or is closed in
 * the middle of a cell, and for a row that never ends. With `cut`, the text ends in the middle of the file, and the row there is left out.
 */
export async function* readCsv(chunks: AsyncIterable<string>, delimiter: string, cut = false): AsyncGenerator<CsvRecord[]> {
  let rest = '';
  let line = 1;
  const take = (final: boolean): CsvRecord[] => {
    const records: CsvRecord[] = [];
    let at = 0;
    for (;;) {
      const record = parseRecord(rest, at, line, delimiter, final);
      if (!record) break;
      if (record.cells.length > 1 || record.cells[0] !== '' || record.quoted) records.push({ line, cells: record.cells });
      ({ end: at, line } = record);
    }
    rest = rest.slice(at);
    if (rest.length > MAX_ROW) throw new UnreadableFile('row-too-long', { line });
    return records;
  };
  for await (const chunk of chunks) {
    rest = rest === '' && line === 1 ? chunk.replace(/^\uFEFF/, '') : rest + chunk;
    const records = take(false);
    if (records.length > 0) yield records;
  }
  if (cut) return;
  const records = take(true);
  if (records.length > 0) yield records;
}

interface ParsedRecord {
  cells: string[];
  /** Where the next record starts, and on which line. */
  end: number;
  line: number;
  /** Whether the last cell is quoted: an empty line has no cells, `""` has one. */
  quoted: boolean;
}

/** The record that starts at `from`; undefined when the text ends before it does. At the final end of the text nothing is missing. */
function parseRecord(text: string, from: number, startLine: number, delimiter: string, final: boolean): ParsedRecord | undefined {
  if (from >= text.length) return undefined;
  const cells: string[] = [];
  let at = from;
  let line = startLine;
  let lineEnd = text.indexOf('\n', at);
  for (;;) {
    if (text[at] === '"') {
      const cell = quotedCell(text, at, line, final);
      if (!cell) return undefined;
      cells.push(cell.value);
      line += cell.breaks;
      at = cell.end;
      if (text[at] === '\r' && (text[at + 1] === '\n' || (final && at + 1 === text.length))) at++;
      if (at >= text.length) return final ? { cells, end: at, line, quoted: true } : undefined;
      if (text[at] === '\n') return { cells, end: at + 1, line: line + 1, quoted: true };
      if (text[at] !== delimiter) {
        if (text[at] === '\r' && at + 1 === text.length) return undefined;
        throw new UnreadableFile('quote-in-cell', { line });
      }
      at++;
      if (cell.breaks > 0 || lineEnd < at) lineEnd = text.indexOf('\n', at);
    } else {
      const next = text.indexOf(delimiter, at);
      if (lineEnd < 0 && !final && next < 0) return undefined;
      const end = lineEnd < 0 ? text.length : lineEnd;
      if (next < 0 || next >= end) {
        if (lineEnd < 0 && !final) return undefined;
        cells.push(text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end));
        return { cells, end: end + 1, line: line + 1, quoted: false };
      }
      cells.push(text.slice(at, next));
      at = next + 1;
    }
  }
}

/** The quoted cell whose opening quote stands at `open`; undefined when the text ends before it is closed for sure. */
function quotedCell(text: string, open: number, line: number, final: boolean): { value: string; end: number; breaks: number } | undefined {
  let close = text.indexOf('"', open + 1);
  let doubled = false;
  while (close >= 0 && text[close + 1] === '"') {
    doubled = true;
    close = text.indexOf('"', close + 2);
  }
  if (close < 0 || (close + 1 === text.length && !final)) {
    if (final || text.length - open > MAX_CELL) throw new UnreadableFile('quote-never-closed', { line });
    return undefined;
  }
  const raw = text.slice(open + 1, close);
  const breaks = raw.includes('\n') ? raw.split('\n').length - 1 : 0;
  return { value: doubled ? raw.replaceAll('""', '"') : raw, end: close + 1, breaks };
}
