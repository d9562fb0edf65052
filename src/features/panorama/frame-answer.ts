import type { Frame, FramesAnswer, PanoramaAnswer, PanoramaNode, PlaceFramesAnswer } from '#contract';
import { KINDS, RESOLUTIONS, wilson } from '#model';
import { ENOUGH } from './figures';

/**
 * The map of one hour: the places and the balance of the instances that started in it. What frames do not count (lines, reasons, what became
 * of breaks) is left out; the work that is open is open whatever the hour.
 *
 * @param answer the map of its day
 */
export function frameAnswer(answer: PanoramaAnswer, { frames, places }: FramesAnswer, index: number): PanoramaAnswer {
  const frame = frames[index];
  if (!frame) return answer;
  const ofDay = new Map(answer.nodes.map((node) => [node.id, node]));
  const nodes = places.flatMap((place) => {
    const there = ofDay.get(place.id);
    return there && (place.instances[index] ?? 0) > 0 ? frameNode(place, there, index) : [];
  });
  return { ...answer, balance: frame.balance, journeys: [], nodes, flows: [], handoffs: [], losses: [], comparison: undefined, other: undefined };
}

function frameNode(place: PlaceFramesAnswer, { journey, touchpoint, stage, step, tasks, tickets }: PanoramaNode, index: number): PanoramaNode {
  const at = (counts: readonly number[]): number => counts[index] ?? 0;
  const [instances, interrupted] = [at(place.instances), at(place.interrupted)];
  return {
    id: place.id,
    journey,
    touchpoint,
    stage,
    step,
    instances,
    visits: 0,
    events: 0,
    starts: 0,
    ends: 0,
    interrupted,
    rate: wilson(interrupted, instances),
    byKind: zeros(KINDS),
    byResolution: { ...zeros(RESOLUTIONS), lost: at(place.lost) },
    byReason: [],
    unhanded: at(place.unhanded),
    pending: at(place.pending),
    withHandoff: at(place.withHandoff),
    tasks,
    tickets,
  };
}

const zeros = <const Key extends string>(keys: readonly Key[]) => Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>; // `fromEntries` forgets its keys.

/** What a slot of the axis is called in the address: `2026-11-12`, or `2026-11-12T14` of the clock. */
export const slotOfFrame = ({ day, clock }: Pick<Frame, 'day' | 'clock'>): string => (clock === undefined ? day : `${day}T${clock.slice(0, 2)}`);

/** Breaks of each frame, everywhere. */
export function breaksOfFrames({ frames, places }: Pick<FramesAnswer, 'frames' | 'places'>): number[] {
  return frames.map((_, index) => places.reduce((sum, { interruptions }) => sum + (interruptions[index] ?? 0), 0));
}

/** Break rates of the places over all frames, of those with enough instances. */
export function ratesOfPeriod({ places }: Pick<FramesAnswer, 'places'>): number[] {
  return places.flatMap(({ instances, interrupted }) => {
    const all = sum(instances);
    return all < ENOUGH ? [] : sum(interrupted) / all;
  });
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
