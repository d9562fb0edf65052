import { compareIds } from './compare-ids';
import type { ChainCounts } from './journey-chain';
import { invert } from './statistics';

/** What became of those at a place, and what would if the losses of its breaks were halved. */
export interface HalvedBreak {
  place: string;
  /** Visits of the chain. */
  visits: number;
  /** Of them, those that a break here lost. */
  lost: number;
  /** The probability to complete from here. */
  completes: number;
  /** Completions more; never negative. Absent where nobody ever went on from here: nothing says where those who are saved would go. */
  gain?: number | undefined;
}

export interface WhatIf {
  /** Instances in the chain. */
  instances: number;
  /** Completions that the chain expects of them: those observed, where every instance was followed to its end. */
  completions: number;
  /** The largest gain first, ties by place; those without one last. */
  places: HalvedBreak[];
}

/**
 * 若减半: expected completions gained if the losses of one place were halved, for every place.
 *
 * An absorbing Markov chain (Kemeny & Snell 1960, *Finite Markov Chains*, ch. III): states are places, moves from place *i* have the observed shares
 * *p_ij* of its visits, `complete` and `lost` absorb. With *Q* the moves between places and *r* those to `complete`, the fundamental matrix is
 * *N = (I − Q)⁻¹*, the probability to complete *c = N r*, and of instances that start at *s* the expected completions are *s · c*.
 *
 * Halving place *n*, of whose visits a share *ℓ* is lost, makes that share *ℓ/2* and every other move from it *k = (1 − ℓ/2)/(1 − ℓ)* times as likely.
 * That changes one row of the chain, so by Sherman & Morrison (1950) the completions gained are *v (k − 1) c_n / (1 − (k − 1)(N_nn − 1))*, where
 * *v = (s N)_n* are the expected visits to *n*.
 *
 * Assumption: the chain has no memory. Whoever is no longer lost goes on as those did who went on from there, whatever brought them.
 */
export function whatIf(chain: Omit<ChainCounts, 'active'>): WhatIf {
  const { places, visits, lost, reaching, matrix } = transitions(chain);
  const inverse = invert(matrix.moves.map((row, i) => row.map((share, j) => Number(i === j) - share)));
  const completes = inverse.map((row) => row.reduce((sum, share, j) => sum + share * (matrix.complete[j] ?? 0), 0));
  const starts = places.map(() => 0);
  const index = new Map(places.map((place, number) => [place, number]));
  for (const { place, count } of chain.starts) starts[index.get(place) ?? 0] = count;
  const expected = reaching.map((_, n) => reaching.reduce((sum, place, i) => sum + (starts[place] ?? 0) * (inverse[i]?.[n] ?? 0), 0));
  const within = new Map(reaching.map((place, number) => [place, number]));

  const halved = places.map((place, number): HalvedBreak => {
    const n = within.get(number);
    const all = visits[number] ?? 0;
    const ofLost = lost[number] ?? 0;
    const counts = { place, visits: all, lost: ofLost };
    if (n === undefined) return { ...counts, completes: 0, gain: ofLost < all ? 0 : undefined };
    const more = (1 - ofLost / all / 2) / (1 - ofLost / all) - 1;
    const reach = completes[n] ?? 0;
    return { ...counts, completes: reach, gain: positive(((expected[n] ?? 0) * more * reach) / (1 - more * ((inverse[n]?.[n] ?? 1) - 1))) };
  });
  return {
    instances: chain.starts.reduce((sum, { count }) => sum + count, 0),
    completions: reaching.reduce((sum, place, i) => sum + (starts[place] ?? 0) * (completes[i] ?? 0), 0),
    places: halved.toSorted((a, b) => (b.gain ?? -1) - (a.gain ?? -1) || compareIds(a.place, b.place)),
  };
}

/** What is no less than 0 but for rounding. */
const positive = (value: number): number => Math.max(0, value);

/** The chain with the losses of one place halved, as counts need not be whole: what `whatIf` gives the gain of. */
export function halve(chain: Omit<ChainCounts, 'active'>, place: string): Omit<ChainCounts, 'active'> {
  const { places, visits, lost } = transitions(chain);
  const n = places.indexOf(place);
  const share = (lost[n] ?? 0) / (visits[n] ?? 1);
  const more = (1 - share / 2) / (1 - share);
  const scaled = <Row extends { count: number }>(row: Row, at: string): Row => (at === place ? { ...row, count: row.count * more } : row);
  return {
    starts: chain.starts,
    moves: chain.moves.map((move) => scaled(move, move.from)),
    complete: chain.complete.map((row) => scaled(row, row.place)),
    lost: chain.lost.map((row) => (row.place === place ? { ...row, count: row.count / 2 } : row)),
  };
}

/** The chain as shares, of the places from which completion can be reached: on these alone *I − Q* has an inverse whatever circles there are. */
function transitions({ starts, moves, complete, lost: losses }: Omit<ChainCounts, 'active'>) {
  const names = [...starts, ...complete, ...losses].map(({ place }) => place);
  const places = [...new Set([...names, ...moves.flatMap(({ from, to }) => [from, to])])].toSorted(compareIds);
  const index = new Map(places.map((place, number) => [place, number]));
  const at = (place: string) => index.get(place) ?? -1;
  const visits = places.map(() => 0);
  const lost = places.map(() => 0);
  const leaves = (number: number, count: number) => (visits[number] = (visits[number] ?? 0) + count);
  for (const { place, count } of complete) leaves(at(place), count);
  for (const { from, count } of moves) leaves(at(from), count);
  for (const { place, count } of losses) {
    leaves(at(place), count);
    lost[at(place)] = count;
  }

  const into = new Map<number, number[]>();
  for (const { from, to, count } of moves) if (count > 0) into.set(at(to), [...(into.get(at(to)) ?? []), at(from)]);
  const found = new Set(complete.filter(({ count }) => count > 0).map(({ place }) => at(place)));
  // A set is walked in the order of insertion, what is added meanwhile included.
  for (const place of found) for (const before of into.get(place) ?? []) found.add(before);
  const reaching = [...found].toSorted((a, b) => a - b);
  const within = new Map(reaching.map((place, number) => [place, number]));

  const shares = reaching.map(() => reaching.map(() => 0));
  const toComplete = reaching.map(() => 0);
  for (const { from, to, count } of moves) {
    const row = shares[within.get(at(from)) ?? -1];
    const column = within.get(at(to));
    if (row && column !== undefined) row[column] = count / (visits[at(from)] ?? 1);
  }
  for (const { place, count } of complete) {
    const row = within.get(at(place));
    if (row !== undefined) toComplete[row] = count / (visits[at(place)] ?? 1);
  }
  return { places, visits, lost, reaching, matrix: { moves: shares, complete: toComplete } };
}
