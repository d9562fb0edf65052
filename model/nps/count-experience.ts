import type { InstanceId, JourneyId } from '../ids';
import type { State } from '../state';
import type { DatedRating } from './count-ratings';
import { addScore, noRatings, type NpsCounts } from './nps';

/** Ratings by how the instance that they name stands. */
export interface ExperienceCounts {
  ratings: number;
  /** Those that name a stored instance of their journey. */
  linked: number;
  /** Only states that have any. */
  states: (NpsCounts & { state: State })[];
}

/** Counts ratings by the state of their instance, as `standing` knows it. */
export function countExperience(ratings: Iterable<DatedRating>, standing: (instance: InstanceId) => { journey: JourneyId; state: State } | undefined): ExperienceCounts {
  const states = new Map<State, NpsCounts>();
  let all = 0;
  let linked = 0;
  for (const { instance, journey, score } of ratings) {
    all++;
    const known = instance === undefined ? undefined : standing(instance);
    if (known?.journey !== journey) continue;
    linked++;
    let counts = states.get(known.state);
    if (!counts) states.set(known.state, (counts = noRatings()));
    addScore(counts, score);
  }
  return { ratings: all, linked, states: [...states].map(([state, counts]) => ({ state, ...counts })) };
}
