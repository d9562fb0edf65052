import { useMemo } from 'react';
import type { Grid } from './grid';
import type { Card } from './place-card';
import type { PlaceNode } from './place-node';

/** React Flow's nodes. Selecting or walking changes only the objects of the places concerned, so React Flow leaves the others alone. */
export function useNodes(grid: Grid, cards: readonly Card[], selected: string | undefined, tabbable: string | undefined): PlaceNode[] {
  const nodeOf = useMemo(() => nodeMaker(grid), [grid]);
  const plain = useMemo(() => cards.flatMap((card) => nodeOf(card) ?? []), [cards, nodeOf]);
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

/** While the layout stays, a card that is the same object keeps its node, so that it is not drawn again. */
function nodeMaker(grid: Grid): (card: Card) => PlaceNode | undefined {
  const made = new WeakMap<Card, PlaceNode>();
  return (card) => {
    const cell = grid.cells.get(card.id);
    if (!cell) return undefined;
    const node = made.get(card) ?? { id: card.id, type: 'place', position: { x: cell.x, y: cell.y }, ...grid.sizes.node, data: { card, tabbable: false } };
    made.set(card, node);
    return node;
  };
}
