import { memo, type ReactNode } from 'react';
import type { Grid } from './grid';
import styles from './backdrop.module.css';

/** The names drawn on a grid, by id. A lane's may hold a link. */
export interface Headings {
  lane: (id: string) => ReactNode;
  column: (id: string) => string;
  group?: ((id: string) => string) | undefined;
}

interface Props {
  grid: Grid;
  headings: Headings;
  /** What stands on a surface of its own: the lanes, or the groups of columns. */
  surfaces: 'lanes' | 'groups';
}

/** How far the surface of a group reaches above its first lane: room for the names of its columns, and for the first arcs below them. */
const GROUP_HEAD = 46;

/** Lanes, columns and their names. The names stay in view at the edge while the map is moved (`PinHeadings`). */
export const Backdrop = memo(function Backdrop({ grid, headings, surfaces }: Props) {
  const { node, columnHead, laneHead } = grid.sizes;
  const bottom = grid.lanes.at(-1);
  const groupBottom = bottom ? bottom.y + bottom.height : grid.height;
  const taken = new Set([...grid.cells.values()].map((cell) => `${cell.row} ${cell.track}`));
  return (
    <>
      <div className={styles.back} style={{ width: grid.width, height: grid.height }} aria-hidden="true">
        <div className={styles.ground} />
        {surfaces === 'lanes' &&
          grid.lanes.map((lane) => <div key={lane.id} className={styles.surface} style={{ left: 0, top: lane.y, width: grid.width, height: lane.height }} />)}
        {surfaces === 'groups' &&
          grid.groups.map((group) => (
            <div key={group.id} className={styles.surface} style={{ left: group.x, top: columnHead - GROUP_HEAD, width: group.width, height: groupBottom - columnHead + GROUP_HEAD }} />
          ))}
        {surfaces === 'lanes' &&
          grid.columns.slice(1).map((column) => <div key={column.id} className={styles.divider} style={{ left: column.x, top: columnHead - 30, height: groupBottom - columnHead + 30 }} />)}
        {surfaces === 'groups' &&
          grid.rows.flatMap((y, row) =>
            grid.tracks.map((x, track) =>
              taken.has(`${row} ${track}`) ? undefined : <i key={`${x} ${y}`} className={styles.dot} style={{ left: x + node.width / 2, top: y + node.height / 2 }} />,
            ),
          )}
      </div>
      <div className={`${styles.columns} ${styles[surfaces]}`} data-pin="y" style={{ width: grid.width, height: columnHead }}>
        {headings.group &&
          grid.groups.map((group) => (
            <div key={group.id} className={styles.group} style={{ left: group.x, width: group.width }}>
              {headings.group?.(group.id)}
            </div>
          ))}
        {grid.columns.map((column) => (
          <div key={column.id} className={styles.column} style={{ left: column.x, width: column.width }}>
            {headings.column(column.id)}
          </div>
        ))}
      </div>
      <div className={styles.lanes} data-pin="x" style={{ width: laneHead, height: grid.height }}>
        {grid.lanes.map((lane) => (
          <div key={lane.id} className={styles.lane} style={{ top: lane.y, height: lane.height, width: laneHead }}>
            {headings.lane(lane.id)}
          </div>
        ))}
      </div>
      <div className={styles.corner} data-pin="xy" style={{ width: laneHead, height: columnHead }} aria-hidden="true" />
    </>
  );
});
