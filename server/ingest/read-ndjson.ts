import { tellReason } from '#contract';
import { AttributeRow, type ReadRow } from './log-row';
import { UnreadableFile } from './unreadable-file';

const MAX_LINE = 2 * 1024 * 1024;

/** Reads NDJSON, one object a line, as the text comes; what is inside an object is a column of its own: `attributes.amount`. */
export async function* readNdjson(chunks: AsyncIterable<string>, cut: boolean): AsyncGenerator<ReadRow[]> {
  let rest = '';
  let line = 0;
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE) throw new UnreadableFile('row-too-long', { line: line + lines.length + 1 });
    const rows = lines.flatMap((text) => rowOf(text, ++line));
    if (rows.length > 0) yield rows;
  }
  if (!cut && rest !== '') yield rowOf(rest, ++line);
}

function rowOf(text: string, line: number): ReadRow[] {
  if (text.trim() === '') return [];
  try {
    const value: unknown = JSON.parse(line === 1 ? text.replace(/^\uFEFF/, '') : text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [new AttributeRow(line, flat(value))];
  } catch {
    // Told below.
  }
  return [{ line, pointer: '', ...tellReason('not-json') }];
}

function flat(value: object, prefix = '', into = new Map<string, string>()): Map<string, string> {
  for (const [name, held] of Object.entries(value)) {
    if (typeof held === 'object' && held !== null) flat(held as object, `${prefix}${name}.`, into);
    else if (held !== null && held !== undefined) into.set(prefix + name, String(held));
  }
  return into;
}
