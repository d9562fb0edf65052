import { peek } from './peek';
import { UnreadableFile } from './unreadable-file';

/** A file as text: unzipped, decoded, and with its beginning known. */
export interface OpenText {
  format: 'csv' | 'xes';
  /** Up to 64 KiB from its beginning, decoded. */
  head: string;
  chunks: AsyncIterable<string>;
}

const HEAD = 64 * 1024;

/**
 * Opens a file of any kind that is read here, told by its first bytes and not by its name: plain or gzip, XML (XES) or else CSV.
 * Throws `UnreadableFile` for an empty one and for what is plainly neither.
 */
export async function openText(file: ReadableStream<Uint8Array>): Promise<OpenText> {
  const raw = await peek(file, 4);
  const isGzip = raw.head[0] === 0x1f && raw.head[1] === 0x8b;
  const { head, stream } = await peek(isGzip ? unzip(raw.stream) : raw.stream, HEAD).catch(() => {
    throw new UnreadableFile('gzip-damaged', { line: 1 });
  });
  if (head.length === 0) throw new UnreadableFile('file-empty');
  refuseOtherKinds(head);
  const encoding = encodingOf(head);
  const text = new TextDecoder(encoding).decode(head);
  const first = text.trimStart();
  if (first === '') throw new UnreadableFile('file-empty');
  return { format: first.startsWith('<') ? 'xes' : 'csv', head: text, chunks: decode(stream, encoding) };
}

/** `pipeThrough` wants its own kind of buffer, which every byte here has. */
const unzip = (stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> =>
  (stream as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(new DecompressionStream('gzip'));

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte);

function refuseOtherKinds(head: Uint8Array): void {
  if (startsWith(head, 0x50, 0x4b)) throw new UnreadableFile('file-zip');
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) throw new UnreadableFile('file-pdf');
  if (isUtf16(head)) return;
  if (head.includes(0)) throw new UnreadableFile('file-binary');
}

const isUtf16 = (head: Uint8Array): boolean => startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff);

/** By the byte order mark, else by the XML declaration, else UTF-8. */
function encodingOf(head: Uint8Array): string {
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be';
  const declaration = /^\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']/i.exec(new TextDecoder('latin1').decode(head.subarray(0, 256)));
  return declaration?.[1] ?? 'utf-8';
}

async function* decode(stream: ReadableStream<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  const reader = stream.getReader();
  let line = 1;
  const read = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new UnreadableFile('encoding-broken', { line, encoding: encoding.toUpperCase() });
    }
  };
  try {
    for (;;) {
      const { done, value } = await next(reader, line);
      const text = read(value);
      if (text !== '') yield text;
      if (done) return;
      line += text.split('\n').length - 1;
    }
  } finally {
    // Whoever stops early leaves no file open behind.
    reader.cancel().catch(() => undefined);
  }
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UnreadableFile('encoding-unknown', { line: 1, encoding });
  }
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array>, line: number) {
  try {
    return await reader.read();
  } catch {
    throw new UnreadableFile('gzip-damaged', { line });
  }
}

