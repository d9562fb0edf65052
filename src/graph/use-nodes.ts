import { useMemo } from 'react';
import type { Grid } from './grid';
import type { Card } from './place-card';
import type { PlaceNode } from './place-node';

/** React Flow's nodes. Selecting or walking changes only the objects of the places concerned, so React Flow leaves the others alone. */
export function useNodes(grid: Grid, cards: readonly Card[], selected: string | undefined, tabbable: string | undefined): PlaceNode[] {
  const plain = useMemo(
    () =>
      cards.flatMap((card): PlaceNode[] => {
        const cell = grid.cells.get(card.id);
        return cell ? [{ id: card.id, type: 'place', position: { x: cell.x, y: cell.y }, ...grid.sizes.node, data: { card, tabbable: false } }] : [];
      }),
    [grid, cards],
  );
  return useMemo(
    () =>
      plain.map((node) =>
        node.id === selected || node.id === tabbable
          ? { ...node, selected: node.id === selected, data: { ...node.data, tabbable: node.id === tabbable } }
          : node,
      ),
    [plain, selected, tabbable],
  );
}
