/** A 64-bit hash as two signed 32-bit halves, never both zero. */
export interface IdHash {
  low: number;
  high: number;
}

/** cyrb53 by bryc (public domain) with both halves kept whole: fast, and well mixed for ids that differ in a digit. */
export function hashId(id: string): IdHash {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let index = 0; index < id.length; index++) {
    const unit = id.charCodeAt(index);
    h1 = Math.imul(h1 ^ unit, 2654435761);
    h2 = Math.imul(h2 ^ unit, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return { low: h1 === 0 && h2 === 0 ? 1 : h1, high: h2 };
}

/**
 * Which hashes of event ids are stored: open addressing in two flat arrays, 8 bytes a slot, so that ten million ids take some 130 MB.
 * A hit may be another id with the same hash; a miss is certain.
 */
export class EventIdIndex {
  #low = new Int32Array(1 << 16);
  #high = new Int32Array(1 << 16);
  #size = 0;

  has({ low, high }: IdHash): boolean {
    const slot = this.#slot(low, high);
    return this.#low[slot] === low && this.#high[slot] === high;
  }

  add(low: number, high: number): void {
    const slot = this.#slot(low, high);
    if (this.#low[slot] === low && this.#high[slot] === high) return;
    this.#low[slot] = low;
    this.#high[slot] = high;
    if (++this.#size > this.#low.length * 0.7) this.#grow();
  }

  /** The slot of the hash, or the free one where it would go. */
  #slot(low: number, high: number): number {
    const mask = this.#low.length - 1;
    let slot = low & mask;
    while ((this.#low[slot] !== 0 || this.#high[slot] !== 0) && (this.#low[slot] !== low || this.#high[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [low, high] = [this.#low, this.#high];
    this.#low = new Int32Array(low.length * 2);
    this.#high = new Int32Array(low.length * 2);
    for (let index = 0; index < low.length; index++) {
      const [l = 0, h = 0] = [low[index], high[index]];
      if (l === 0 && h === 0) continue;
      const slot = this.#slot(l, h);
      this.#low[slot] = l;
      this.#high[slot] = h;
    }
  }
}
