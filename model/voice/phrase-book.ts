/** A word that was found, and where: its first segment and the one after its last. */
export interface Found<Value> {
  value: Value;
  from: number;
  to: number;
}

interface Branch<Value> {
  /** By code unit: a text is walked some hundred thousand times a second. */
  next: Map<number, Branch<Value>>;
  end?: { value: Value };
  /** The word that ends here is Latin, and may take an ending. */
  mayGoOn: boolean;
}

const ENDINGS = new Set(['s', 'es', 'd', 'ed', 'ing']);
const LATIN_END = /[a-z]$/;

/**
 * Words and phrases, found in segmented text where they begin and end with a segment: 上限 is not in 马|上|限时. The longest at a place wins, and
 * what it covers is not looked at again.
 */
export class PhraseBook<Value> {
  readonly #root: Branch<Value> = { next: new Map(), mayGoOn: false };

  constructor(entries: Iterable<readonly [word: string, value: Value]>) {
    for (const [word, value] of entries) {
      const small = word.toLowerCase();
      let branch = this.#root;
      for (let at = 0; at < small.length; at++) {
        const unit = small.charCodeAt(at);
        let next = branch.next.get(unit);
        if (!next) branch.next.set(unit, (next = { next: new Map(), mayGoOn: false }));
        branch = next;
      }
      if (branch.end) continue;
      branch.end = { value };
      branch.mayGoOn = LATIN_END.test(small);
    }
  }

  /** @param segments in small letters */
  find(segments: readonly string[]): Found<Value>[] {
    const found: Found<Value>[] = [];
    for (let from = 0; from < segments.length; ) {
      const one = this.#longest(segments, from);
      if (one) found.push(one);
      from = one ? one.to : from + 1;
    }
    return found;
  }

  #longest(segments: readonly string[], from: number): Found<Value> | undefined {
    let branch = this.#root;
    let longest: Branch<Value>['end'];
    let to = from;
    for (let at = from; at < segments.length; at++) {
      const segment = segments[at] ?? '';
      for (let read = 0; read < segment.length; read++) {
        // A word in the singular ends inside one in the plural.
        if (read > 0 && branch.mayGoOn && ENDINGS.has(segment.slice(read))) {
          longest = branch.end;
          to = at + 1;
        }
        const next = branch.next.get(segment.charCodeAt(read));
        if (!next) return longest && { value: longest.value, from, to };
        branch = next;
      }
      if (branch.end) {
        longest = branch.end;
        to = at + 1;
      }
    }
    return longest && { value: longest.value, from, to };
  }
}
