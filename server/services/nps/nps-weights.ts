import type { NpsWeighting } from '#contract';
import { addCounts, type JourneyId, noRatings, type NpsCounts, type PeriodNumber, weightedNps, type WeightedPart } from '#model';
import { levelOf, type NpsLevel } from './nps-levels';

/** Numbers by period and journey. */
export type ByJourney<Value> = ReadonlyMap<PeriodNumber, ReadonlyMap<JourneyId, Value>>;

/**
 * How several journeys make one number: weighted by the instances that started in the period. A period from before the first instance takes the
 * weights of the first that has any; where no period has, all ratings are one heap.
 */
export class JourneyWeights {
  readonly #journeys: readonly JourneyId[];
  readonly #started: ByJourney<number>;
  /** The first period with instances of these journeys. */
  readonly #first: PeriodNumber | undefined;

  constructor(journeys: readonly JourneyId[], started: ByJourney<number>) {
    this.#journeys = journeys;
    this.#started = started;
    this.#first = [...started.keys()].filter((period) => this.#has(period)).toSorted((a, b) => a - b)[0];
  }

  get by(): NpsWeighting['by'] {
    return this.#first === undefined ? 'ratings' : 'instances';
  }

  /** The period whose instances weigh a period; absent where ratings do. */
  weighing(period: PeriodNumber): PeriodNumber | undefined {
    return this.#has(period) ? period : this.#first;
  }

  /** The journeys of a period with their weights. */
  parts(period: PeriodNumber, counts: ReadonlyMap<JourneyId, NpsCounts>): { id: JourneyId; part: WeightedPart }[] {
    const weighing = this.weighing(period);
    return this.#journeys.map((id) => {
      const ofJourney = counts.get(id) ?? noRatings();
      return { id, part: { counts: ofJourney, weight: weighing === undefined ? ofJourney.n : (this.#started.get(weighing)?.get(id) ?? 0) } };
    });
  }

  /** All journeys of a period as one. */
  level(period: PeriodNumber, counts: ReadonlyMap<JourneyId, NpsCounts>): NpsLevel {
    const parts = this.parts(period, counts).map(({ part }) => part);
    if (this.by === 'ratings') {
      const heap = noRatings();
      for (const part of parts) addCounts(heap, part.counts);
      return levelOf(heap);
    }
    const mean = weightedNps(parts);
    return mean ? { counts: mean.counts, estimate: mean } : levelOf();
  }

  /** @param current whose weights are told @param named the periods shown, with their names */
  told(current: PeriodNumber, named: readonly { number: PeriodNumber; id: string }[], nameOf: (period: PeriodNumber) => string): NpsWeighting {
    const weighing = this.weighing(current);
    if (weighing === undefined) return { by: 'ratings' };
    const weights = this.#journeys.map((journey) => ({ journey, instances: this.#started.get(weighing)?.get(journey) ?? 0 }));
    const whole = weights.reduce((sum, { instances }) => sum + instances, 0);
    const borrowed = named.filter(({ number }) => !this.#has(number)).map(({ id }) => id);
    return {
      by: 'instances',
      weights: weights.map((one) => ({ ...one, share: one.instances / whole })),
      ...(borrowed.length > 0 && this.#first !== undefined && { borrowed: { periods: borrowed, weightsOf: nameOf(this.#first) } }),
    };
  }

  #has(period: PeriodNumber): boolean {
    return this.#journeys.some((journey) => (this.#started.get(period)?.get(journey) ?? 0) > 0);
  }
}
