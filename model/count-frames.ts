import { emptyBalance, enter } from './balance';
import { compareIds } from './compare-ids';
import { dayNumber } from './days';
import type { DerivedInstance } from './derived-instance';
import type { JourneyId, StepId, TouchpointId } from './ids';
import { isUnhanded } from './interruption';
import { nodeNamer } from './node-key';
import type { Level } from './panorama-counts';
import type { Balance } from './state';
import type { Day, Instant } from './time';
import { levelVisits } from './visits';

/**
 * How playback cuts time: by start day, or by the hour that instances started in. Frame *i* has the instances that started on `days[i]`, or
 * from `starts[i]` on and before the next; both ascend, and days leave none out.
 */
export type FrameCuts = { by: 'day'; days: readonly Day[] } | { by: 'hour'; starts: readonly Instant[] };

/** What is counted of a place in each frame. */
export const FRAME_COUNTS = ['instances', 'interrupted', 'interruptions', 'unhanded', 'pending', 'withHandoff', 'lost'] as const;
export type FrameCount = (typeof FRAME_COUNTS)[number];

/** One place through all frames: of each count a number a frame. */
export interface PlaceFrames extends Record<FrameCount, number[]> {
  id: string;
  journey: JourneyId;
  touchpoint: TouchpointId;
  /** At level `journey`. */
  step?: StepId | undefined;
}

/** Every frame is the map of the instances that started in it, so frames add up to the map of the filter. */
export interface FrameCounts {
  /** One a frame. */
  balances: Balance[];
  /** Those anybody visited, by id. */
  places: PlaceFrames[];
}

export const frameCount = (cuts: FrameCuts): number => (cuts.by === 'day' ? cuts.days.length : cuts.starts.length);

/** A place that nobody was at in any of so many frames. */
export function emptyPlaceFrames(place: Pick<PlaceFrames, 'id' | 'journey' | 'touchpoint' | 'step'>, frames: number): PlaceFrames {
  const zeros = Object.fromEntries(FRAME_COUNTS.map((name) => [name, Array<number>(frames).fill(0)]));
  // `fromEntries` forgets which keys it was given.
  return { ...place, ...(zeros as Record<FrameCount, number[]>) };
}

/** Counts the frames of a playback: the reference that a store's GROUP BY must agree with. @param instances those of the filter */
export function countFrames(level: Level, cuts: FrameCuts, instances: Iterable<DerivedInstance>): FrameCounts {
  const name = nodeNamer(level);
  const frames = frameCount(cuts);
  const balances = Array.from({ length: frames }, emptyBalance);
  const places = new Map<string, PlaceFrames>();
  const placeOf = (journey: JourneyId, { step, touchpoint }: { step?: StepId | undefined; touchpoint: TouchpointId }): PlaceFrames => {
    const id = name(journey, step, touchpoint);
    let place = places.get(id);
    if (!place) places.set(id, (place = emptyPlaceFrames({ id, journey, touchpoint, ...(level === 'journey' && { step }) }, frames)));
    return place;
  };

  for (const { journey, day, detection } of instances) {
    const frame = frameOf(cuts, day, detection.startedAt);
    const balance = balances[frame];
    if (!balance) continue;
    enter(balance, detection.state);
    const add = (place: PlaceFrames, count: FrameCount) => (place[count][frame] = (place[count][frame] ?? 0) + 1);
    for (const place of new Set(levelVisits(level, detection.visits).map((visit) => placeOf(journey, visit)))) add(place, 'instances');
    for (const place of new Set(detection.interruptions.map((one) => placeOf(journey, one)))) add(place, 'interrupted');
    for (const one of detection.interruptions) {
      const place = placeOf(journey, one);
      add(place, 'interruptions');
      if (isUnhanded(one)) add(place, 'unhanded');
      if (one.pending) add(place, 'pending');
      if (one.carrier?.kind === 'handoff') add(place, 'withHandoff');
      if (one.resolution === 'lost') add(place, 'lost');
    }
  }
  return { balances, places: [...places.values()].toSorted((a, b) => compareIds(a.id, b.id)) };
}

/** The frame an instance started in; −1, or one too many, for none. */
function frameOf(cuts: FrameCuts, day: Day, startedAt: Instant): number {
  if (cuts.by === 'hour') return cuts.starts.findLastIndex((start) => start <= startedAt);
  const [first] = cuts.days;
  return first === undefined ? -1 : dayNumber(day) - dayNumber(first);
}
