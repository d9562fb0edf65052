import { type FlateError, ZipPassThrough } from 'fflate';

const DEFLATE = 8;
type Bytes = Uint8Array<ArrayBuffer>;

/** A file in a ZIP, compressed by the platform: in Node on another thread, and several times as fast as by JavaScript. */
export class DeflatedFile extends ZipPassThrough {
  readonly #writer: WritableStreamDefaultWriter<Bytes>;

  constructor(path: string) {
    super(path);
    this.compression = DEFLATE;
    const { readable, writable } = new CompressionStream('deflate-raw');
    this.#writer = writable.getWriter();
    this.#forward(readable).catch((error: unknown) => this.ondata(error as FlateError, new Uint8Array(), true)); // Nobody reads its code.
  }

  async #forward(compressed: ReadableStream<Bytes>): Promise<void> {
    const reader = compressed.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) this.ondata(null, next.value, false);
    this.ondata(null, new Uint8Array(), true);
  }

  protected override process(chunk: Bytes, final: boolean): void {
    // Its failure is that of the reading side, too.
    this.#writer.write(chunk).catch(() => undefined);
    if (final) this.#writer.close().catch(() => undefined);
  }

  /** Resolves when what was pushed so far has been compressed but for a little. */
  get ready(): Promise<void> {
    return this.#writer.ready;
  }

  /** Of Zip's `terminate`. */
  terminate(): void {
    this.#writer.abort().catch(() => undefined);
  }
}
