/** A 64-bit hash as two signed 32-bit halves, never both zero. */
export interface IdHash {
  low: number;
  high: number;
}

/** The end of an imported row's id: its place in the file, and a hash of what stands there. */
const PLACE = 10;
const HASH = 8;
const IMPORTED_END = PLACE + 1 + HASH;

let lastFile = '';
let lastFileHash: IdHash = { low: 0, high: 0 };

/**
 * The hash of an id. Ids of imported rows (`file.csv#0000000001-0f3a9b2c`) are told by three numbers: their file, which is hashed, their place and the hash that they
 * carry, so that DuckDB makes the same of them without walking through their characters.
 */
export function hashId(id: string): IdHash {
  const end = id.length - IMPORTED_END;
  if (end > 0 && id.charCodeAt(end - 1) === 35 && id.charCodeAt(id.length - HASH - 1) === 45) {
    const place = Number(id.slice(end, end + PLACE));
    const hash = Number(`0x${id.slice(-HASH)}`);
    if (Number.isInteger(place) && Number.isInteger(hash)) {
      const file = id.slice(0, end);
      if (file !== lastFile) [lastFile, lastFileHash] = [file, hashText(file)];
      return importedHash(lastFileHash, place, hash);
    }
  }
  return hashText(id);
}

/** Of a row of a file whose name, with `#`, has this hash. */
const importedHash = ({ low, high }: IdHash, place: number, hash: number): IdHash => notZero(low ^ hash, high ^ place);

const notZero = (low: number, high: number): IdHash => ({ low: low === 0 && high === 0 ? 1 : low, high });

/** cyrb53 by bryc (public domain) with both halves kept whole: fast, and well mixed for ids that differ in a digit. */
export function hashText(id: string): IdHash {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let index = 0; index < id.length; index++) {
    const unit = id.charCodeAt(index);
    h1 = Math.imul(h1 ^ unit, 2654435761);
    h2 = Math.imul(h2 ^ unit, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return notZero(h1, h2);
}

/** The share of slots beyond which looking one up takes too many steps. */
const MOST_FILLED = 0.7;

/**
 * Which hashes of event ids are stored: open addressing in one flat array, the halves side by side, so that ten million ids take some
 * 130 MB and a look is one cache miss. A hit may be another id with the same hash; a miss is certain.
 */
export class EventIdIndex {
  #halves: Int32Array;
  #size = 0;

  /** @param expected how many ids there will be at once; more may come */
  constructor(expected = 0) {
    this.#halves = new Int32Array(2 * 2 ** Math.ceil(Math.log2(Math.max(1 << 16, expected / MOST_FILLED))));
  }

  has({ low, high }: IdHash): boolean {
    const place = this.#place(low, high);
    return this.#halves[place] !== 0 || this.#halves[place + 1] !== 0;
  }

  add(low: number, high: number): void {
    const place = this.#place(low, high);
    if (this.#halves[place] !== 0 || this.#halves[place + 1] !== 0) return;
    this.#halves[place] = low;
    this.#halves[place + 1] = high;
    if (2 * ++this.#size > this.#halves.length * MOST_FILLED) this.#grow();
  }

  /** Where the hash is, or the free place where it would go. */
  #place(low: number, high: number): number {
    const halves = this.#halves;
    const mask = halves.length - 1;
    let place = (low << 1) & mask;
    while ((halves[place] !== 0 || halves[place + 1] !== 0) && (halves[place] !== low || halves[place + 1] !== high)) place = (place + 2) & mask;
    return place;
  }

  #grow(): void {
    const halves = this.#halves;
    this.#halves = new Int32Array(halves.length * 2);
    for (let place = 0; place < halves.length; place += 2) {
      const [low = 0, high = 0] = [halves[place], halves[place + 1]];
      if (low === 0 && high === 0) continue;
      const free = this.#place(low, high);
      this.#halves[free] = low;
      this.#halves[free + 1] = high;
    }
  }
}
