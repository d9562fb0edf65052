import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** What a CSV file has in it that readers could take in two ways, or that lines cannot be counted without. */
export interface CsvScan {
  quotes: boolean;
  /** Characters that JSON writes in another way. */
  escapes: boolean;
  lineEnd: '\n' | '\r\n';
  /** Lines, the header among them; line breaks in quotes end none. */
  records: number;
}

const BLOCK = 1 << 20;
const [LF, CR, QUOTE, BACKSLASH] = [10, 13, 34, 92];

/**
 * Looks at every byte of a file, a gigabyte in a second or two. Undefined where line ends are mixed, where a line is empty or the header has several, and for what is no text.
 */
export async function scanCsv(path: string, zipped: boolean, signal: AbortSignal): Promise<CsvScan | undefined> {
  const found = { quotes: false, escapes: false, open: false, lf: 0, crlf: 0, cr: 0 };
  let base = 0;
  let lastEnd = -1;
  let previous = LF;
  const file = createReadStream(path, { highWaterMark: BLOCK, signal });
  // Leaving the loop early closes what it reads, and the file with it.
  const blocks: AsyncIterable<Uint8Array> = zipped ? file.compose(createGunzip({ chunkSize: BLOCK })) : file;
  for await (const block of blocks) {
    for (let at = 0; at < block.length; at++) {
      const byte = block[at] ?? 0;
      if (byte > QUOTE && byte !== BACKSLASH) continue;
      if (byte === LF) {
        const isCrlf = (at > 0 ? block[at - 1] : previous) === CR;
        if (found.open) {
          if (found.lf + found.crlf === 0) return undefined;
          if (isCrlf) found.cr--;
          found.escapes = true;
          continue;
        }
        if (base + at - lastEnd <= (isCrlf ? 2 : 1)) return undefined;
        lastEnd = base + at;
        if (isCrlf) found.crlf++;
        else found.lf++;
      } else if (byte === QUOTE) {
        found.quotes = true;
        found.open = !found.open;
      } else if (byte === CR) {
        found.cr++;
      } else if (byte === 0) {
        return undefined;
      } else if (byte < 32 || byte === BACKSLASH) {
        found.escapes = true;
      }
    }
    base += block.length;
    previous = block.at(-1) ?? previous;
  }
  const { quotes, escapes, open: neverClosed, lf, crlf, cr } = found;
  if (neverClosed || (lf > 0 && crlf > 0) || cr !== crlf) return undefined;
  return { quotes, escapes: escapes || quotes, lineEnd: crlf > 0 ? '\r\n' : '\n', records: lf + crlf + Number(lastEnd < base - 1) };
}
