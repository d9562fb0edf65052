/** Seeded chance for simulations: Chris Doty-Humphrey's sfc32, the same numbers on every machine. */
export class Chance {
  #a: number;
  #b = 0x9e3779b9;
  #c = 0x243f6a88;
  #counter = 1;

  constructor(seed: number) {
    this.#a = seed | 0;
    for (let i = 0; i < 15; i++) this.uniform();
  }

  /** In [0, 1). */
  uniform(): number {
    const t = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + t) | 0;
    return (t >>> 0) / 0x1_0000_0000;
  }

  /** Standard normal (Box & Muller 1958). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Successes in `n` trials of probability `p` in (0, 1), exactly: by the gaps between them (Devroye 1986, §X.4.3). */
  binomial(n: number, p: number): number {
    const perGap = 1 / Math.log(1 - p);
    let successes = -1;
    for (let trials = 0; trials <= n; successes++) trials += Math.floor(Math.log(1 - this.uniform()) * perGap) + 1;
    return successes;
  }
}
