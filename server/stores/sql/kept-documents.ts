/**
 * Documents as they were read last, by id and version: a version never changes, so a page of a list reads only what is new to it. Whoever asks gets the
 * one that is kept, and cannot change it.
 */
export class KeptDocuments<Item extends { id: string; version: number }> {
  readonly #read: (body: string) => Item;
  readonly #most: number;
  /** The one that was not asked for the longest stands first. */
  readonly #kept = new Map<string, Item>();

  constructor(read: (body: string) => Item, most: number) {
    this.#read = read;
    this.#most = most;
  }

  get(id: string, version: number): Item | undefined {
    const item = this.#kept.get(id);
    if (item?.version !== version) return undefined;
    this.#kept.delete(id);
    this.#kept.set(id, item);
    return item;
  }

  read(body: string): Item {
    return this.#keep(this.#read(body));
  }

  /** Takes what was just stored, which nobody may change from now on. */
  keep(item: Item): void {
    this.#keep(item);
  }

  clear(): void {
    this.#kept.clear();
  }

  #keep(item: Item): Item {
    freeze(item);
    this.#kept.delete(item.id);
    this.#kept.set(item.id, item);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
    return item;
  }
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value)) freeze(member);
}
