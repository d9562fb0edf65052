import type { Random } from './random';

/** Things to choose among, each with its weight. */
export class Weighted<Item> {
  readonly #items: readonly Item[];
  readonly #cumulative: readonly number[];

  constructor(choices: readonly (readonly [Item, number])[]) {
    let sum = 0;
    this.#items = choices.map(([item]) => item);
    this.#cumulative = choices.map(([, weight]) => (sum += weight));
  }

  /** Throws when there is nothing to choose. */
  pick(random: Random): Item {
    const last = this.#cumulative.length - 1;
    const mark = random.next() * (this.#cumulative[last] ?? 0);
    let at = 0;
    while (at < last && mark >= (this.#cumulative[at] ?? 0)) at++;
    const item = this.#items[at];
    if (item === undefined) throw new Error('Failed to choose: there is nothing to choose among.');
    return item;
  }
}
