import { type DetectedEncoding, detectEncoding } from './detect-encoding';
import { UnreadableFile } from './unreadable-file';

/** A file as text: decoded, and with its beginning known. */
export interface OpenText {
  encoding: DetectedEncoding;
  /** Up to 64 KiB from its beginning, decoded. */
  head: string;
  chunks: AsyncIterable<string>;
}

export interface TextOptions {
  /** Of the profile; else it is detected. */
  encoding?: string | undefined;
  /** The bytes end somewhere in the middle of the file: what is incomplete there is no fault. */
  cut?: boolean | undefined;
}

/** Opens bytes that are no archive and no workbook. Throws `UnreadableFile` for what is no text at all. */
export function openText(head: Uint8Array, stream: ReadableStream<Uint8Array>, { encoding: asked, cut = false }: TextOptions): OpenText {
  const detected = detectEncoding(head);
  const encoding = asked === undefined ? detected : { name: asked, guessed: false };
  if (!encoding.name.startsWith('utf-16') && head.includes(0)) throw new UnreadableFile('file-binary');
  const text = decoderOf(encoding.name, false).decode(head, { stream: true });
  if (text.trim() === '') throw new UnreadableFile('file-empty');
  return { encoding, head: text, chunks: decode(stream, encoding.name, cut) };
}

async function* decode(stream: ReadableStream<Uint8Array>, encoding: string, cut: boolean): AsyncGenerator<string> {
  const decoder = decoderOf(encoding, true);
  const reader = stream.getReader();
  let line = 1;
  const read = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      if (cut && bytes === undefined) return '';
      throw new UnreadableFile('encoding-broken', { line, encoding: encoding.toUpperCase() });
    }
  };
  try {
    for (;;) {
      const { done, value } = await next(reader, line, cut);
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

function decoderOf(encoding: string, fatal: boolean): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal });
  } catch {
    throw new UnreadableFile('encoding-unknown', { line: 1, encoding });
  }
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array>, line: number, cut: boolean): Promise<{ done: boolean; value?: Uint8Array | undefined }> {
  try {
    return await reader.read();
  } catch {
    if (cut) return { done: true };
    throw new UnreadableFile('gzip-damaged', { line });
  }
}
