import { CARRIERS, KINDS, RESOLUTIONS, type Carrier, type Interruption, type Kind, type Resolution } from './interruption';

/** Interruptions of one kind that ended one way. */
export interface BreakOutcome {
  kind: Kind;
  resolution: Resolution;
  carrier: Carrier | 'none';
  pending: boolean;
  count: number;
}

/** By kind, resolution, carrier (none last), pending last: each in the order of the model. */
export const byOutcome = (a: BreakOutcome, b: BreakOutcome): number =>
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
  RESOLUTIONS.indexOf(a.resolution) - RESOLUTIONS.indexOf(b.resolution) ||
  rank(a.carrier) - rank(b.carrier) ||
  Number(a.pending) - Number(b.pending);

const rank = (carrier: Carrier | 'none'): number => (carrier === 'none' ? CARRIERS.length : CARRIERS.indexOf(carrier));

/** 中断去向: how many of each kind ended which way. */
export function breakOutcomes(interruptions: Iterable<Interruption>): BreakOutcome[] {
  const outcomes = new Map<string, BreakOutcome>();
  for (const { kind, resolution, carrier: event, pending } of interruptions) {
    const like = { kind, resolution, carrier: event?.kind ?? ('none' as const), pending };
    const key = JSON.stringify(like);
    const counted = outcomes.get(key) ?? { ...like, count: 0 };
    outcomes.set(key, counted);
    counted.count++;
  }
  return [...outcomes.values()].toSorted(byOutcome);
}
