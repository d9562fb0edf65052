import type { MapEdge } from './map-edge';

/** The widest line (px): flows on one scale, handoffs and detours on another. */
const WIDEST = { flow: 9, handoff: 5, detour: 5 };

/** How wide (px) the line of an edge is drawn among these: by its share of the greatest of its scale. */
export function lineWidths(edges: readonly MapEdge[]): (of: { edge: MapEdge }) => number {
  const largest = (flow: boolean) => Math.max(1, ...edges.filter((edge) => (edge.kind === 'flow') === flow).map((edge) => edge.volume));
  const most = { flow: largest(true), handoff: largest(false), detour: largest(false) };
  return ({ edge }) => Math.max(1.2, (edge.volume / most[edge.kind]) * WIDEST[edge.kind]);
}
