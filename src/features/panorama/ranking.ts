import type { PanoramaNode } from '#contract';
import { compareIds } from '#model';

/** 哪里在流失、又没人管: places by how many breaks nobody picked up. */
export const rankUnhanded = (nodes: readonly PanoramaNode[]): PanoramaNode[] =>
  nodes.filter((node) => node.unhanded > 0).toSorted((a, b) => b.unhanded - a.unhanded || compareIds(a.id, b.id));
