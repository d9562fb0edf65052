import { UnreadableFile } from './unreadable-file';

/** A file inside a ZIP, still packed. */
export interface ZipEntry {
  /** 0: as it is, 8: deflate. */
  method: number;
  packed: Uint8Array<ArrayBuffer>;
}

const END = 0x06_05_4b_50;
const DIRECTORY = 0x02_01_4b_50;
const LOCAL = 0x04_03_4b_50;
/** The end of a ZIP stands before a comment of at most this length. */
const MAX_COMMENT = 65_557;

/** The files of a ZIP by path, by its directory. Nothing is unpacked yet. Throws `UnreadableFile` for what is none. */
export function readZip(file: Uint8Array<ArrayBuffer>): Map<string, ZipEntry> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  try {
    const entries = new Map<string, ZipEntry>();
    let at = findEnd(view);
    const count = view.getUint16(at + 10, true);
    at = view.getUint32(at + 16, true);
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== DIRECTORY) throw new RangeError('the directory is cut');
      const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
      const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
      const local = view.getUint32(at + 42, true);
      const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength));
      if (view.getUint32(local, true) !== LOCAL) throw new RangeError('a file is not where it should be');
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (start + size > file.length) throw new RangeError('a file is cut');
      entries.set(name, { method, packed: file.subarray(start, start + size) });
      at += 46 + nameLength + extra + comment;
    }
    return entries;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('workbook-damaged', { problem: error instanceof RangeError ? error.message : String(error) });
  }
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - MAX_COMMENT); at--) if (view.getUint32(at, true) === END) return at;
  throw new RangeError('the file is cut short');
}

/** A file of a ZIP as text, unpacked as it is read. Throws `UnreadableFile` where it is damaged. */
export async function* textOf({ method, packed }: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  if (method === 0) return yield decoder.decode(packed);
  if (method !== 8) throw new UnreadableFile('workbook-damaged', { problem: `compressed in a way (${method}) that is not read here` });
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new UnreadableFile('workbook-damaged', { problem: 'a part of it cannot be unpacked' });
      });
      if (done) break;
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
