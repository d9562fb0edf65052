import { CARRIERS } from './interruption';
import type { JourneyId, StepId, TouchpointId } from './ids';
import type { EdgeKey, Level } from './panorama-counts';

/** `encodeURIComponent` leaves `~` alone, which joins the parts here; it escapes `:` and `,`, which join nodes in edges and lists. */
const encodePart = (part: string): string => encodeURIComponent(part).replaceAll('~', '%7E');

function decodePart(part: string, whole: string): string {
  try {
    if (part !== '') return decodeURIComponent(part);
  } catch {
    // A stray % is malformed; told below.
  }
  throw new RangeError(`Failed to read the node "${whole}": it is not two percent-encoded parts joined by "~".`);
}

/**
 * The id of a node: percent-encoded parts joined by `~`.
 *
 * @example nodeId('loan', 'app') // 'loan~app', journey × touchpoint, on the overview
 * @example nodeId('quote', 'app') // 'quote~app', step × touchpoint, inside a journey
 */
export const nodeId = (journeyOrStep: JourneyId | StepId, touchpoint: TouchpointId): string =>
  `${encodePart(journeyOrStep)}~${encodePart(touchpoint)}`;

/** What a node stands for; `step` at level `journey`, `journey` on the overview. */
export type NodeParts =
  | { level: 'overview'; journey: JourneyId; touchpoint: TouchpointId }
  | { level: 'journey'; step: StepId; touchpoint: TouchpointId };

/** Reads a node's id back. Throws a `RangeError` when it is none. */
export function parseNodeId(level: Level, id: string): NodeParts {
  const parts = id.split('~');
  const [first = '', second = ''] = parts.length === 2 ? parts : [];
  // Ids are opaque, so any decoded text may be one: whether it is known is for the catalogue to say.
  const touchpoint = decodePart(second, id) as TouchpointId;
  return level === 'overview'
    ? { level, journey: decodePart(first, id) as JourneyId, touchpoint }
    : { level, step: decodePart(first, id) as StepId, touchpoint };
}

/** Gives the node of a place at one level, remembering the ids it has made: a map has few nodes and many visits. */
export function nodeNamer(level: Level): (journey: JourneyId, step: StepId | undefined, touchpoint: TouchpointId) => string {
  const known = new Map<string, Map<string, string>>();
  return (journey, step, touchpoint) => {
    const first = level === 'overview' ? journey : step;
    if (first === undefined) throw new RangeError('Failed to name a node: inside a journey a place has a step.');
    let touchpoints = known.get(first);
    if (!touchpoints) known.set(first, (touchpoints = new Map()));
    let id = touchpoints.get(touchpoint);
    if (id === undefined) touchpoints.set(touchpoint, (id = nodeId(first, touchpoint)));
    return id;
  };
}

/** The id of an edge: `flow:from:to`, `handoff:from:to`, `detour:from:to` or `loss:from`, of node ids. */
export const edgeId = (edge: EdgeKey): string =>
  edge.kind === 'loss' ? `loss:${edge.from}` : `${edge.kind}:${edge.from}:${edge.to}`;

/** Reads an edge's id back. Throws a `RangeError` when it is none. */
export function parseEdgeId(level: Level, id: string): EdgeKey {
  const [kindPart, from, to, ...rest] = id.split(':');
  const kind = (['flow', ...CARRIERS] as const).find((one) => one === kindPart);
  if (from !== undefined && rest.length === 0) {
    parseNodeId(level, from);
    if (kindPart === 'loss' && to === undefined) return { kind: 'loss', from };
    if (kind && to !== undefined) {
      parseNodeId(level, to);
      return { kind, from, to };
    }
  }
  throw new RangeError(`Failed to read the edge "${id}": it is none of flow:from:to, handoff:from:to, detour:from:to, loss:from.`);
}
