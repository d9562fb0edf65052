import { edgeId, type JourneyId, parsePathId, parseNodeId } from '#model';
import type { Names } from '../names';

/** A stretch of a path on one touchpoint. */
export interface Stretch {
  touchpoint: string;
  steps: string[];
}

/** A path as it is read: its steps, touchpoint by touchpoint. @param places ids of nodes of a journey */
export function stretchesOf(places: readonly string[], journey: JourneyId, names: Pick<Names, 'step' | 'touchpoint'>): Stretch[] {
  const stretches: (Stretch & { id: string })[] = [];
  for (const place of places) {
    const parts = parseNodeId('journey', place);
    if (parts.level !== 'journey') continue;
    const step = names.step(journey, parts.step);
    const last = stretches.at(-1);
    if (last?.id === parts.touchpoint) last.steps.push(step);
    else stretches.push({ id: parts.touchpoint, touchpoint: names.touchpoint(parts.touchpoint), steps: [step] });
  }
  return stretches.map(({ touchpoint, steps }) => ({ touchpoint, steps }));
}

/** A path in one line: `APP 打开借款 › 人脸核验 → 空中客服 人工核身`. */
export const writePath = (stretches: readonly Stretch[]): string => stretches.map(({ touchpoint, steps }) => `${touchpoint} ${steps.join(' › ')}`).join(' → ');

/** The places of a path from the address; none where it is no path. */
export function placesOfPath(id: string): { places: string[]; cut: boolean } | undefined {
  try {
    return parsePathId('journey', id);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What of the map belongs to a path: its places, and the flows from one to the next. */
export function litByPath(places: readonly string[]): ReadonlySet<string> {
  const flows = places.slice(1).map((to, index) => edgeId({ kind: 'flow', from: places[index] ?? to, to }));
  return new Set([...places, ...flows]);
}
