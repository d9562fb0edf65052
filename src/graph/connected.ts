import type { MapEdge, MapLoss } from './map-edge';

/** What belongs together with a hovered place or edge: itself, its lines, and the places at their other ends. */
export function connectedTo(id: string, edges: readonly MapEdge[], losses: readonly MapLoss[]): Set<string> {
  const lit = new Set([id]);
  for (const edge of edges) {
    if (edge.id !== id && edge.from !== id && edge.to !== id) continue;
    lit.add(edge.id).add(edge.from).add(edge.to);
  }
  for (const loss of losses) if (loss.id === id || loss.from === id) lit.add(loss.id).add(loss.from);
  return lit;
}
