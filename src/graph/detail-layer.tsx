import { memo } from 'react';
import styles from './detail-layer.module.css';
import type { Grid } from './grid';
import type { Card, CardDetail } from './place-card';
import { sparkPath } from './spark';

interface Props {
  grid: Grid;
  cards: readonly Card[];
  detailOf: (id: string) => CardDetail | undefined;
}

const LINE = { width: 46, height: 13 };

/** In the free strip at the foot of each card: its breaks day by day, and what caused most. For the eye: the panel has both in full. */
export const DetailLayer = memo(function DetailLayer({ grid, cards, detailOf }: Props) {
  const { width, height } = grid.sizes.node;
  return (
    <div aria-hidden="true">
      {cards.map(({ id }) => {
        const cell = grid.cells.get(id);
        const detail = detailOf(id);
        if (!cell || !detail) return undefined;
        return (
          <div key={id} className={styles.detail} data-id={id} style={{ left: cell.x, top: cell.y + height - 19, width }}>
            <svg width={LINE.width} height={LINE.height}>
              <path d={sparkPath(detail.daily, LINE.width, LINE.height)} />
            </svg>
            <span>{detail.text}</span>
          </div>
        );
      })}
    </div>
  );
});
