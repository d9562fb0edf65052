import { useElementSize } from '@mantine/hooks';
import { classes } from '#ui';
import styles from './charts.module.css';

/** A pair of figures: how they go together over journey-months. */
export interface MatrixCell {
  row: string;
  column: string;
  /** Absent: too few to say. */
  r?: number | undefined;
  significant: boolean;
  /** On hover. */
  tip: string;
}

interface Props {
  names: readonly { key: string; name: string }[];
  cells: readonly MatrixCell[];
  label: string;
  write: (value: number) => string;
  /** In a cell that says nothing. */
  none: string;
}

const HEIGHT = 34;

/** Correlations as a lower triangle: the sign by colour and by sign, the strength by its tint, those that are significant in bold with a ring. */
export function CorrelationMatrix({ names, cells, label, write, none }: Props) {
  const { ref, width } = useElementSize();
  const left = width < 420 ? 78 : 110;
  const side = Math.max(30, (width - left) / Math.max(1, names.length - 1));
  const height = (names.length - 1) * HEIGHT + 22;
  const find = (a: string, b: string) => cells.find(({ row, column }) => (row === a && column === b) || (row === b && column === a));
  return (
    <div ref={ref} style={{ height }}>
      {width > 0 && (
        <svg className={styles.drawing} width={width} height={height} role="img" aria-label={label}>
          {names.slice(0, -1).map(({ key, name }, column) => (
            <text key={key} className={styles.tick} x={left + column * side + side / 2} y={height - 6} textAnchor="middle">
              {name}
            </text>
          ))}
          {names.slice(1).map((row, index) => (
            <g key={row.key}>
              <text className={styles.name} x={0} y={index * HEIGHT + HEIGHT / 2} dominantBaseline="central">
                {row.name}
              </text>
              {names.slice(0, index + 1).map((column, position) => (
                <Cell key={column.key} cell={find(row.key, column.key)} x={left + position * side} y={index * HEIGHT} width={side} write={write} none={none} />
              ))}
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

function Cell({ cell, x, y, width, write, none }: { cell: MatrixCell | undefined; x: number; y: number; width: number; write: (value: number) => string; none: string }) {
  const r = cell?.r;
  return (
    <g className={r === undefined ? undefined : r < 0 ? styles.break : styles.nps}>
      <title>{cell?.tip ?? none}</title>
      <rect className={classes(styles.cell, cell?.significant && styles.ring)} x={x + 2} y={y + 2} width={width - 4} height={HEIGHT - 4} rx={6} fillOpacity={r === undefined ? 0.04 : 0.05 + 0.3 * Math.abs(r)} />
      <text className={classes(styles.cellText, cell?.significant && styles.strong)} x={x + width / 2} y={y + HEIGHT / 2} textAnchor="middle" dominantBaseline="central">
        {r === undefined ? none : write(r)}
      </text>
    </g>
  );
}
