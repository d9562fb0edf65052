import { memo, type MouseEvent } from 'react';
import { ARROWS } from './arrows';
import type { Grid } from './grid';
import { LABEL_FONT, lossBox, type PlacedLabel } from './labels';
import type { MapLoss } from './map-edge';
import type { Route } from './routes';
import styles from './edge-layer.module.css';

interface Props {
  grid: Grid;
  routes: readonly Route[];
  labels: readonly PlacedLabel[];
  losses: readonly MapLoss[];
  /** Width (px) of a line, by its edge. */
  widthOf: (route: Route) => number;
  selected?: string | undefined;
  onSelect: (id: string) => void;
}

/**
 * All lines of the map as one drawing behind the places. Hovered and selected through its `data-id`s. Above them a veil, and what is drawn
 * over it, for `useHighlight`.
 */
export const EdgeLayer = memo(function EdgeLayer({ grid, routes, labels, losses, widthOf, selected, onSelect }: Props) {
  const select = (event: MouseEvent<SVGSVGElement>) => {
    const id = event.target instanceof Element ? event.target.closest('[data-id]')?.getAttribute('data-id') : undefined;
    if (id) onSelect(id);
  };
  return (
    <>
      {/* Reachable by keyboard through the list of neighbours in the panel and through the table, where order makes sense. */}
      <svg className={styles.layer} width={grid.width} height={grid.height} aria-hidden="true" onClick={select}>
        {routes.map((route) => (
          <Line key={route.edge.id} route={route} width={widthOf(route)} selected={route.edge.id === selected} />
        ))}
        {losses.map((loss) => (
          <Stub key={loss.id} grid={grid} loss={loss} selected={loss.id === selected} />
        ))}
        {labels.map(({ id, text, at, box }) => (
          <g key={id} className={styles.label} data-id={id}>
            <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={box.height / 2} />
            <text x={at[0]} y={at[1]} fontSize={LABEL_FONT} dy="0.36em">
              {text}
            </text>
          </g>
        ))}
      </svg>
      <div className={styles.veil} data-veil />
      <div className={styles.over} aria-hidden="true" inert>
        <svg className={styles.lit} width={grid.width} height={grid.height} data-over="lines" />
        <div data-over="cards" />
      </div>
    </>
  );
});

const Line = memo(function Line({ route: { edge, d, arrow }, width, selected }: { route: Route; width: number; selected: boolean }) {
  return (
    <g className={`${styles.line} ${styles[edge.kind]}`} data-id={edge.id} data-selected={selected || undefined}>
      <path className={styles.reach} d={d} strokeWidth={Math.max(14, width)} />
      <path className={styles.stroke} d={d} strokeWidth={width} />
      {arrow && <path className={styles.arrow} d={`M${arrow.at[0]},${arrow.at[1]}${ARROWS[arrow.direction]}`} />}
    </g>
  );
});

function Stub({ grid, loss, selected }: { grid: Grid; loss: MapLoss; selected: boolean }) {
  const cell = grid.cells.get(loss.from);
  const box = lossBox(grid, loss);
  if (!cell || !box) return undefined;
  return (
    <g className={styles.loss} data-id={loss.id} data-selected={selected || undefined}>
      <path className={styles.reach} d={`M${box.x - 16},${cell.y + grid.sizes.node.height}h${box.width + 18}v${box.height + 6}h-${box.width + 18}z`} />
      <path className={styles.stroke} d={`M${box.x - 16},${cell.y + grid.sizes.node.height}q0,14 12,15`} strokeWidth={1.5} />
      <text x={box.x} y={box.y + box.height / 2} fontSize={LABEL_FONT} dy="0.36em">
        {loss.label}
      </text>
    </g>
  );
}
