/** Ids that repeat, as small numbers. New ones count from `commit` on; `rollback` forgets them. */
export class Terms {
  readonly #codes = new Map<string, number>();
  readonly #texts: string[] = [];
  #committed = 0;

  /** @param stored in the order of their codes */
  constructor(stored: Iterable<string>) {
    for (const text of stored) this.code(text);
    this.commit();
  }

  /** The code of a term that is stored already. */
  known(text: string): number | undefined {
    return this.#codes.get(text);
  }

  /** The code of a term, a new one if need be. */
  code(text: string): number {
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.#texts.push(text) - 1;
      this.#codes.set(text, code);
    }
    return code;
  }

  /** The term of a code; the caller knows which kind of id it was made of. */
  text<Id extends string>(code: number): Id {
    const text = this.#texts[code];
    if (text === undefined) throw new RangeError(`Failed to read the term ${code}: it is not stored.`);
    return text as Id;
  }

  /** The terms that are not stored yet, with their codes. */
  pending(): [code: number, text: string][] {
    return this.#texts.slice(this.#committed).map((text, index) => [this.#committed + index, text]);
  }

  commit(): void {
    this.#committed = this.#texts.length;
  }

  rollback(): void {
    for (const text of this.#texts.splice(this.#committed)) this.#codes.delete(text);
  }
}
