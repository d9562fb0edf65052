import type { PanoramaAnswer, PanoramaNode } from '#contract';
import { compareIds } from '#model';

/** 哪里在流失、又没人管: places by how many breaks nobody picked up. */
export const rankUnhanded = (nodes: readonly PanoramaNode[]): PanoramaNode[] =>
  nodes.filter((node) => node.unhanded > 0).toSorted((a, b) => b.unhanded - a.unhanded || compareIds(a.id, b.id));

export interface Change {
  id: string;
  /** Difference of the two break rates, this period − the other. */
  difference: number;
}

/** The places that changed significantly against the comparison, largest first, and how many of those compared did not. */
export function significantChanges({ nodes }: Pick<PanoramaAnswer, 'nodes'>): { changed: Change[]; unchanged: number } {
  const compared = nodes.flatMap(({ id, previous }) => (previous ? [{ id, previous }] : []));
  const changed = compared
    .filter(({ previous }) => previous.significant)
    .map(({ id, previous }) => ({ id, difference: previous.current.rate.value - previous.rate.value }))
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || compareIds(a.id, b.id));
  return { changed, unchanged: compared.length - changed.length };
}
