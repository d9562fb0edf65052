import { visitsUntilBreak } from './broken-path';
import { compareIds } from './compare-ids';
import type { DerivedInstance } from './derived-instance';
import { nodeNamer } from './node-key';
import { isComplete } from './state';

/**
 * The observed moves between the places (step × touchpoint) of a journey, of instances that are complete or lost: what an absorbing Markov chain is
 * estimated from. A completed instance is followed through the visits that began no later than its completion; a lost one up to and including the
 * visit in which the break that lost it happened (`visitsUntilBreak`). So every visit counted is left for another, for `complete` or for `lost`.
 */
export interface ChainCounts {
  /** By place, ascending. */
  starts: { place: string; count: number }[];
  /** By `from`, then `to`, ascending; a place may follow itself in no observed flow. */
  moves: { from: string; to: string; count: number }[];
  complete: { place: string; count: number }[];
  lost: { place: string; count: number }[];
  /** Instances that are neither, and in none of the counts. */
  active: number;
}

/** Counts the chain: the reference that a store's GROUP BY must agree with. @param instances those of a filter, of one journey */
export function countChain(instances: Iterable<DerivedInstance>): ChainCounts {
  const name = nodeNamer('journey');
  const tallies = { starts: new Map<string, number>(), complete: new Map<string, number>(), lost: new Map<string, number>() };
  const moves = new Map<string, { from: string; to: string; count: number }>();
  let active = 0;
  const add = (tally: Map<string, number>, place: string) => tally.set(place, (tally.get(place) ?? 0) + 1);
  for (const { journey, detection } of instances) {
    const { visits, interruptions, state, completedAt = Infinity } = detection;
    const losing = interruptions.find(({ resolution }) => resolution === 'lost');
    const complete = isComplete(state);
    if (!complete && !losing) {
      active++;
      continue;
    }
    const count = complete
      ? visits.findLastIndex(({ firstAt }) => firstAt <= completedAt) + 1
      : visitsUntilBreak(visits, losing ?? { at: Infinity }, ({ step, touchpoint }) => step === losing?.step && touchpoint === losing.touchpoint);
    const places = visits.slice(0, count).map(({ step, touchpoint }) => name(journey, step, touchpoint));
    places.forEach((place, index) => {
      const next = places[index + 1];
      if (index === 0) add(tallies.starts, place);
      if (next === undefined) return add(complete ? tallies.complete : tallies.lost, place);
      const key = `${place},${next}`;
      const move = moves.get(key) ?? { from: place, to: next, count: 0 };
      moves.set(key, move);
      move.count++;
    });
  }
  const sorted = (tally: Map<string, number>) => [...tally].map(([place, count]) => ({ place, count })).toSorted((a, b) => compareIds(a.place, b.place));
  return {
    starts: sorted(tallies.starts),
    moves: [...moves.values()].toSorted(byEnds),
    complete: sorted(tallies.complete),
    lost: sorted(tallies.lost),
    active,
  };
}

export const byEnds = (a: { from: string; to: string }, b: { from: string; to: string }): number => compareIds(a.from, b.from) || compareIds(a.to, b.to);
