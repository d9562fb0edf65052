import { memo, type MouseEvent, useMemo } from 'react';
import type { Cell, Grid } from './grid';
import { type Card, MARK_KINDS, type MarkKind } from './place-card';
import { PlaceView } from './place-view';
import styles from './place-view.module.css';

interface Props {
  grid: Grid;
  cards: readonly Card[];
  selected: string | undefined;
  tabbable: string | undefined;
  onChoose: (id: string) => void;
  onOpen?: ((id: string) => void) | undefined;
  onMark?: ((id: string, kind: MarkKind) => void) | undefined;
}

/** So far (px) a card reaches out of its cell: marks, the ring of the focus, the shadow of what is selected. */
const REACH = 40;

/**
 * All places of the map, each in its cell. What a click is on is told by `data-id` and `data-mark`.
 *
 * Each row is clipped to what its cards reach, so that nothing is cut off: the browser then looks for what is under the pointer in no other row.
 */
export const CardLayer = memo(function CardLayer({ grid, cards, selected, tabbable, onChoose, onOpen, onMark }: Props) {
  const rows = useMemo(() => rowsOf(cards, grid), [grid, cards]);
  const onClick = (event: MouseEvent) => {
    const id = idAt(event.target);
    const mark = markAt(event.target);
    if (id === undefined) return;
    if (mark) onMark?.(id, mark);
    else onChoose(id);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const id = idAt(event.target);
    if (id !== undefined && !markAt(event.target)) onOpen?.(id);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- clicks of the buttons inside, in one place
    <div className={styles.cards} onClick={onClick} onDoubleClick={onDoubleClick}>
      {rows.map((placed, row) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row is its number
        <div key={row} className={styles.row} style={{ width: grid.width, height: grid.height, clipPath: clipOf(grid, row) }}>
          {placed.map(({ card, cell }) => (
            <PlaceView key={card.id} card={card} cell={cell} size={grid.sizes.node} selected={card.id === selected} tabbable={card.id === tabbable} />
          ))}
        </div>
      ))}
    </div>
  );
});

/** The cards of each row of the grid, in their order. */
function rowsOf(cards: readonly Card[], grid: Grid): { card: Card; cell: Cell }[][] {
  const rows = grid.rows.map((): { card: Card; cell: Cell }[] => []);
  for (const card of cards) {
    const cell = grid.cells.get(card.id);
    if (cell) rows[cell.row]?.push({ card, cell });
  }
  return rows;
}

function clipOf({ rows, height, sizes }: Grid, row: number): string {
  const top = rows[row] ?? 0;
  return `inset(${top - REACH}px ${-REACH}px ${height - top - sizes.node.height - REACH}px)`;
}

/** What is at a target of an event: a place, an edge or a loss. */
export const idAt = (target: EventTarget): string | undefined =>
  target instanceof Element ? (target.closest('[data-id]')?.getAttribute('data-id') ?? undefined) : undefined;

const markAt = (target: EventTarget): MarkKind | undefined => {
  const kind = target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark') : undefined;
  return MARK_KINDS.find((one) => one === kind);
};
