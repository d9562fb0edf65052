import { memo } from 'react';
import styles from './detail-layer.module.css';
import type { Grid } from './grid';
import type { Card, CardDetail } from './place-card';

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
              <path d={lineOf(detail.daily)} />
            </svg>
            <span>{detail.text}</span>
          </div>
        );
      })}
    </div>
  );
});

/** Days from left to right, from zero to the greatest. */
function lineOf(daily: readonly number[]): string {
  const most = Math.max(1, ...daily);
  const step = LINE.width / Math.max(1, daily.length - 1);
  return daily.map((count, index) => `${index === 0 ? 'M' : 'L'}${(index * step).toFixed(1)} ${(LINE.height - 1 - (count / most) * (LINE.height - 2)).toFixed(1)}`).join('');
}
