import type { Segmenter } from '#model';
import init, { cut } from 'jieba-wasm/web';

/** The segmenter of the server, in the browser: its 4 MB are fetched when the first comment is read. */
export async function loadSegmenter(): Promise<Segmenter> {
  await init();
  return (text) => cut(text, true);
}
