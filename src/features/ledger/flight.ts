/** Lines that may come into view in one frame and be drawn whole; with more, somebody flies past and reads nothing. */
const READABLE = 1;

/**
 * Which lines in view are to be drawn lightly: those that came while more than one a frame did, until the scrolling rests. A line that is
 * drawn whole stays whole.
 *
 * Like the virtualizer it goes with, it remembers what it was last asked; asked the same again, it answers the same.
 */
export class Flight {
  #light: ReadonlySet<number> = new Set();
  #before: ReadonlySet<number> = new Set();

  /** @param shown indices of the lines in view */
  over(shown: readonly number[], isScrolling: boolean): ReadonlySet<number> {
    const before = this.#before;
    if (!isScrolling) {
      if (this.#light.size > 0) this.#light = new Set();
    } else if (shown.some((line) => !before.has(line))) {
      const flies = shown.filter((line) => !before.has(line)).length > READABLE;
      const light = this.#light;
      this.#light = new Set(shown.filter((line) => (before.has(line) ? light.has(line) : flies)));
    }
    this.#before = new Set(shown);
    return this.#light;
  }
}
