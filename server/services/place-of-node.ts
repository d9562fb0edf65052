import type { Level } from '#contract';
import { type JourneyId, parseNodeId, type StepId, type TouchpointId } from '#model';
import { ProblemError } from '../http/problem-error';

/** A place of the map that tasks or tickets are asked for; `step` at the level `journey`. */
export interface AskedPlace {
  journey: JourneyId;
  step?: StepId | undefined;
  touchpoint: TouchpointId;
}

/** Reads the place that a query names by its id on the map; nothing where it names none. Throws `invalid-input`. */
export function placeOfNode({ level = 'overview', node, journey }: { level?: Level | undefined; node?: string | undefined; journey?: JourneyId | undefined }): AskedPlace | undefined {
  if (node === undefined) return undefined;
  const place = parts(level, node);
  if (place.level === 'overview') return { journey: place.journey, touchpoint: place.touchpoint };
  if (journey !== undefined) return { journey, step: place.step, touchpoint: place.touchpoint };
  const errors = [{ pointer: '?journey', reason: 'level=journey needs exactly one' }];
  throw new ProblemError('invalid-input', 'A place inside a journey needs its journey.', { errors });
}

function parts(level: Level, node: string) {
  try {
    return parseNodeId(level, node);
  } catch {
    const errors = [{ pointer: '?node', reason: 'not a place of this level, such as loan~app' }];
    throw new ProblemError('invalid-input', `"${node}" does not name a place.`, { errors });
  }
}
