import type { Random } from '../random';

/** So many of a hundred are passive, whatever the level. */
const PASSIVES = 0.28;
/** How much chance there is in a single score, in ratings. */
const CHANCE = 7;

/** 9 or 10, 7 or 8, and the rest of the scale: as weights. */
const LOW = [0.06, 0.1, 0.17, 0.28, 0.45, 0.72, 1];

/**
 * Gives out the scores of one journey in one month so that their NPS comes to a level: single scores are chance, and what they have come to so far
 * pulls the next one back.
 */
export class ScoreMeter {
  #balance = 0;
  #due = 0;

  /** @param level the NPS to come to */
  constructor(readonly level: number) {}

  /** The score of somebody of whom nothing is known. @param lean from −1 to 1: how their like rate, against others */
  next(random: Random, lean: number): number {
    if (random.chance(PASSIVES)) return this.#count(random.chance(0.62) ? 8 : 7);
    const missing = this.#due + this.level / 100 - this.#balance;
    return this.#count(missing + CHANCE * (2 * random.next() - 1 + lean) > 0 ? promoting(random) : detracting(random));
  }

  /** The score of somebody with an experience, that is so much better or worse than the level. */
  after(random: Random, better: number): number {
    if (random.chance(PASSIVES)) return this.#count(random.chance(0.5) ? 8 : 7);
    const promoters = (1 + (this.level + better) / 100 / (1 - PASSIVES)) / 2;
    return this.#count(random.chance(promoters) ? promoting(random) : detracting(random));
  }

  #count(score: number): number {
    this.#due += this.level / 100;
    if (score >= 9) this.#balance++;
    if (score <= 6) this.#balance--;
    return score;
  }
}

const promoting = (random: Random): number => (random.chance(0.55) ? 10 : 9);

function detracting(random: Random): number {
  const mark = random.next();
  return LOW.findIndex((upTo) => mark < upTo);
}
