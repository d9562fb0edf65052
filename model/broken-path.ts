import type { JourneyId } from './ids';
import type { Interruption } from './interruption';
import { nodeNamer, parseNodeId } from './node-key';
import type { Level } from './panorama-counts';
import type { LevelVisit } from './visits';

/** Of longer paths the last so many places count; what came before is cut, and the path says so. */
export const LONGEST_PATH = 50;

/** 中断路径: the places an instance visited, in order, up to and including the one where it broke. */
export interface BrokenPath {
  /** Whether it began with more places than are named. */
  cut: boolean;
  /** Ids of nodes; the last is where it broke. Never empty. */
  places: string[];
}

/**
 * How many of an instance's visits lead up to a break: up to and including the last visit to its place that began no later than the break.
 *
 * @param visits those of the level
 * @param isThere whether a visit is to the place of the break
 */
export function visitsUntilBreak<V extends Pick<LevelVisit, 'firstAt'>>(visits: readonly V[], { at }: Pick<Interruption, 'at'>, isThere: (visit: V) => boolean): number {
  return visits.findLastIndex((visit) => visit.firstAt <= at && isThere(visit)) + 1;
}

/** Reads the paths of interruptions at one level, remembering the ids it has made. */
export function pathReader(level: Level): (journey: JourneyId, visits: readonly LevelVisit[], interruption: Pick<Interruption, 'step' | 'touchpoint' | 'at'>) => BrokenPath {
  const name = nodeNamer(level);
  return (journey, visits, one) => {
    const place = name(journey, one.step, one.touchpoint);
    const count = visitsUntilBreak(visits, one, ({ step, touchpoint }) => name(journey, step, touchpoint) === place);
    const first = Math.max(0, count - LONGEST_PATH);
    return { cut: first > 0, places: visits.slice(first, count).map(({ step, touchpoint }) => name(journey, step, touchpoint)) };
  };
}

/**
 * The id of a path: its places joined by `,`, after `*` where it is cut.
 *
 * @example 'quote~app,verify~app'
 */
export const pathId = ({ cut, places }: BrokenPath): string => [...(cut ? ['*'] : []), ...places].join(',');

/** Reads a path's id back. Throws a `RangeError` when it is none. */
export function parsePathId(level: Level, id: string): BrokenPath {
  const parts = id.split(',');
  const cut = parts[0] === '*';
  const places = cut ? parts.slice(1) : parts;
  if (places.length === 0 || places.length > LONGEST_PATH || (cut && places.length < LONGEST_PATH)) {
    throw new RangeError(`Failed to read a path of ${places.length} places: it has 1 to ${LONGEST_PATH}, all of them where it is cut.`);
  }
  for (const place of places) parseNodeId(level, place);
  return { cut, places };
}
