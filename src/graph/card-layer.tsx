import { memo, type MouseEvent } from 'react';
import type { Grid } from './grid';
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

/** All places of the map, each in its cell. What a click is on is told by `data-id` and `data-mark`. */
export const CardLayer = memo(function CardLayer({ grid, cards, selected, tabbable, onChoose, onOpen, onMark }: Props) {
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
      {cards.map((card) => {
        const cell = grid.cells.get(card.id);
        return cell && <PlaceView key={card.id} card={card} cell={cell} size={grid.sizes.node} selected={card.id === selected} tabbable={card.id === tabbable} />;
      })}
    </div>
  );
});

/** What is at a target of an event: a place, an edge or a loss. */
export const idAt = (target: EventTarget): string | undefined =>
  target instanceof Element ? (target.closest('[data-id]')?.getAttribute('data-id') ?? undefined) : undefined;

const markAt = (target: EventTarget): MarkKind | undefined => {
  const kind = target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark') : undefined;
  return MARK_KINDS.find((one) => one === kind);
};
