import type { Segmenter } from '#model';

/** jieba with the new words of a text guessed by its model; loading takes a second, once. */
export async function loadSegmenter(): Promise<Segmenter> {
  const { cut } = await import('jieba-wasm/node');
  return (text) => cut(text, true);
}
