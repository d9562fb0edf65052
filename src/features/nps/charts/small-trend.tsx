import { useElementSize } from '@mantine/hooks';
import styles from './charts.module.css';

/** A period of a small trend. */
export interface SmallPoint {
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
}

interface Props {
  points: readonly SmallPoint[];
  /** How many points of NPS its height stands for: the same for all that are compared. */
  span: number;
  label: string;
  height?: number;
}

/** A trend with its band the size of a card's middle; several of the same span can be compared by eye. Periods without a point are gaps. */
export function SmallTrend({ points, span, label, height = 54 }: Props) {
  const { ref, width } = useElementSize();
  const known = points.flatMap(({ value }) => value ?? []);
  const middle = known.length === 0 ? 0 : (Math.min(...known) + Math.max(...known)) / 2;
  const x = (index: number) => 4 + (index / Math.max(1, points.length - 1)) * (width - 8);
  const y = (value: number) => height / 2 - ((value - middle) / span) * height;
  const last = points.findLastIndex(({ value }) => value !== undefined);
  const end = points[last]?.value;
  return (
    <div ref={ref} style={{ height, overflow: 'hidden' }}>
      {width > 0 && (
        <svg className={styles.drawing} width={width} height={height} role="img" aria-label={label}>
          {runsOf(points).map((run) => (
            <g key={run[0]?.index} className={styles.nps}>
              <path className={styles.band} d={bandPath(run, x, y)} />
              <path className={styles.line} d={run.map(({ index, value }, position) => `${position === 0 ? 'M' : 'L'}${at(x(index))} ${at(y(value))}`).join('')} />
              {run.length === 1 && run.map(({ index, value }) => <circle key={index} className={styles.dot} cx={x(index)} cy={y(value)} r={2.5} />)}
            </g>
          ))}
          {end !== undefined && <circle className={styles.end} cx={x(last)} cy={y(end)} r={3.5} />}
        </svg>
      )}
    </div>
  );
}

interface Known {
  index: number;
  value: number;
  low: number;
  high: number;
}

/** Periods with a point, in runs without a gap. */
function runsOf(points: readonly SmallPoint[]): Known[][] {
  const runs: Known[][] = [];
  points.forEach(({ value, low, high }, index) => {
    if (value === undefined || low === undefined || high === undefined) return;
    const run = runs.at(-1);
    if (run?.at(-1)?.index === index - 1) run.push({ index, value, low, high });
    else runs.push([{ index, value, low, high }]);
  });
  return runs;
}

const at = (value: number): string => value.toFixed(1);

function bandPath(run: readonly Known[], x: (index: number) => number, y: (value: number) => number): string {
  const upper = run.map(({ index, high }) => `${at(x(index))} ${at(y(high))}`);
  const lower = run.toReversed().map(({ index, low }) => `${at(x(index))} ${at(y(low))}`);
  return `M${[...upper, ...lower].join('L')}Z`;
}
