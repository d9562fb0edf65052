import type { z } from 'zod';
import { copyOf } from './copy-of';

/**
 * Documents as they were parsed last, by id and version: a version never changes, so a page of a list parses only what is new to it. What is
 * given out is a copy.
 */
export class KeptDocuments<Item extends { id: string; version: number }> {
  readonly #schema: z.ZodType<Item>;
  readonly #most: number;
  /** The one that was not asked for the longest stands first. */
  readonly #kept = new Map<string, Item>();

  constructor(schema: z.ZodType<Item>, most: number) {
    this.#schema = schema;
    this.#most = most;
  }

  get(id: string, version: number): Item | undefined {
    const item = this.#kept.get(id);
    if (item?.version !== version) return undefined;
    this.#keep(item);
    return copyOf(item);
  }

  /** Throws when the document is not as its schema says. */
  parse(body: string): Item {
    const item = this.#schema.parse(JSON.parse(body));
    this.#keep(item);
    return copyOf(item);
  }

  /** Takes what was just stored. */
  keep(item: Item): void {
    this.#keep(copyOf(item));
  }

  clear(): void {
    this.#kept.clear();
  }

  #keep(item: Item): void {
    this.#kept.delete(item.id);
    this.#kept.set(item.id, item);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }
}
