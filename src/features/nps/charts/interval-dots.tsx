import { useElementSize } from '@mantine/hooks';
import { type Axis, axisOf } from './axis';
import styles from './charts.module.css';
import { RowName } from './row-name';
import { widthOf } from './width-of';

/** A group with its value and interval, or neither where too few were counted. */
export interface IntervalRow {
  key: string;
  name: string;
  tone: 'good' | 'nps' | 'handoff' | 'mild' | 'break';
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  /** At the right end: how many it is of. */
  count: string;
  /** Instead of a point. */
  none: string;
}

interface Props {
  rows: readonly IntervalRow[];
  label: string;
  write: (value: number) => string;
  /** Height of a row, in CSS pixels. */
  row: number;
  /** What a group leads to. */
  open?: ((key: string) => void) | undefined;
}

const FOOT = 20;

/** Values of groups side by side, each a point on its 95 % interval over one axis. */
export function IntervalDots({ rows, label, write, row: step, open }: Props) {
  const { ref, width } = useElementSize();
  const axis = axisOf(rows.flatMap(({ value, low, high }) => [value, low, high]));
  const right = width < 420 ? 66 : 92;
  const left = Math.max(width < 420 ? 104 : 124, ...rows.map(({ name }) => 14 + widthOf(name)));
  const room = Math.max(60, width - left - right);
  const x = (value: number) => left + ((value - axis.min) / (axis.max - axis.min)) * room;
  const height = rows.length * step + FOOT;
  return (
    <div ref={ref} className={styles.frame} style={{ height }}>
      {rows.map(({ key, name }, index) => (
        <RowName key={key} name={name} y={index * step + step / 2 + 6} open={open && (() => open(key))} />
      ))}
      {width > 0 && (
        <svg className={styles.drawing} width={width} height={height} role="img" aria-label={label}>
          <Grid axis={axis} x={x} height={height - FOOT} write={write} />
          {rows.map((row, index) => (
            <Row key={row.key} row={row} x={x} y={index * step + step / 2 + 6} left={left} width={width} write={write} />
          ))}
        </svg>
      )}
    </div>
  );
}

function Grid({ axis, x, height, write }: { axis: Axis; x: (value: number) => number; height: number; write: (value: number) => string }) {
  return axis.ticks.map((tick) => (
    <g key={tick}>
      <line className={tick === 0 ? styles.zero : styles.grid} x1={x(tick)} x2={x(tick)} y1={0} y2={height} />
      <text className={styles.tick} x={x(tick)} y={height + 14} textAnchor="middle">
        {write(tick)}
      </text>
    </g>
  ));
}

function Row({ row, x, y, left, width, write }: { row: IntervalRow; x: (value: number) => number; y: number; left: number; width: number; write: (value: number) => string }) {
  const { tone, value, low, high, count, none } = row;
  return (
    <g>
      <text className={styles.tick} x={width} y={y} textAnchor="end" dominantBaseline="central">
        {count}
      </text>
      {value === undefined || low === undefined || high === undefined ? (
        <text className={styles.tick} x={left} y={y} dominantBaseline="central">
          {none}
        </text>
      ) : (
        <g className={styles[tone]}>
          <line className={styles.interval} x1={x(low)} x2={x(high)} y1={y} y2={y} />
          <circle className={styles.dot} cx={x(value)} cy={y} r={5} />
          <text className={styles.value} x={x(value)} y={y - 11} textAnchor="middle">
            {write(value)}
          </text>
        </g>
      )}
    </g>
  );
}
