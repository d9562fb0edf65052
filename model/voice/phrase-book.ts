/** A word that was found, and where: its first segment and the one after its last. */
export interface Found<Value> {
  value: Value;
  word: string;
  from: number;
  to: number;
}

interface Branch<Value> {
  next: Map<string, Branch<Value>>;
  end?: { value: Value; word: string };
}

const ENDINGS = new Set(['s', 'es', 'd', 'ed', 'ing']);
const LATIN_END = /[a-z]$/;

/**
 * Words and phrases, found in segmented text where they begin and end with a segment: 上限 is not in 马|上|限时. The longest at a place wins, and
 * what it covers is not looked at again.
 */
export class PhraseBook<Value> {
  readonly #root: Branch<Value> = { next: new Map() };

  constructor(entries: Iterable<readonly [word: string, value: Value]>) {
    for (const [word, value] of entries) {
      let branch = this.#root;
      for (const character of word.toLowerCase()) {
        let next = branch.next.get(character);
        if (!next) branch.next.set(character, (next = { next: new Map() }));
        branch = next;
      }
      branch.end ??= { value, word };
    }
  }

  /** @param segments in small letters, as `segmentsOf` has them */
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
    let branch: Branch<Value> | undefined = this.#root;
    let longest: Found<Value> | undefined;
    for (let at = from; at < segments.length && branch; at++) {
      const segment: string = segments[at] ?? '';
      let read = 0;
      for (const character of segment) {
        // A word in the singular ends inside one in the plural.
        if (read > 0 && branch.end && LATIN_END.test(branch.end.word) && ENDINGS.has(segment.slice(read))) longest = { ...branch.end, from, to: at + 1 };
        branch = branch.next.get(character);
        if (!branch) return longest;
        read += character.length;
      }
      if (branch.end) longest = { ...branch.end, from, to: at + 1 };
    }
    return longest;
  }
}
