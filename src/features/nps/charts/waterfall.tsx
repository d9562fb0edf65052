import { useElementSize } from '@mantine/hooks';
import { classes } from '#ui';
import styles from './charts.module.css';
import { RowName } from './row-name';
import type { WaterfallStep } from './waterfall-steps';
import { widthOf } from './width-of';

interface Props {
  steps: readonly WaterfallStep[];
  label: string;
  /** A level, and a change with its sign. */
  write: (value: number) => string;
  signed: (value: number) => string;
  /** Height of a row, in CSS pixels. */
  row: number;
  /** What a part leads to, and which do. */
  open?: ((key: string) => void) | undefined;
  opens?: (key: string) => boolean;
}

/** Rows that are lower have no room for a second line. */
const ONE_LINE = 26;

/** From one level to another, part by part, from top to bottom: each bar begins where the one before ended. */
export function Waterfall({ steps, label, write, signed, row, open, opens }: Props) {
  const { ref, width } = useElementSize();
  const height = steps.length * row + 4;
  const levels = steps.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const air = Math.max(0.3, (high - low) * 0.08);
  const right = width < 420 ? 52 : 58;
  // Names of levels may be any days: the bars begin behind the longest name, as far as there is room.
  const left = Math.min(Math.max(width < 420 ? 104 : 128, ...steps.map(({ name }) => 16 + widthOf(name))), Math.max(104, width * 0.42));
  const room = Math.max(60, width - left - right);
  const x = (value: number) => left + ((value - low + air) / (high - low + 2 * air)) * room;
  return (
    <div ref={ref} className={styles.frame} style={{ height }}>
      {steps.map(({ key, name, kind }, index) => (
        <RowName key={key} name={name} y={index * row + row / 2 + 2} width={row < ONE_LINE ? undefined : left - 10} strong={kind === 'level'} open={open && opens?.(key) ? () => open(key) : undefined} />
      ))}
      {width > 0 && (
        <svg className={styles.drawing} width={width} height={height} role="img" aria-label={label}>
          {steps.map((step, index) => {
            const y = index * row + row / 2 + 2;
            const next = steps[index + 1];
            const isLevel = step.kind === 'level';
            const [start, end] = [x(Math.min(step.from, step.to)), x(Math.max(step.from, step.to))];
            return (
              <g key={step.key}>
                {next && <line className={styles.link} x1={x(step.to)} x2={x(step.to)} y1={y} y2={y + row} />}
                {isLevel ? (
                  <circle className={styles.level} cx={x(step.to)} cy={y} r={6} />
                ) : (
                  <rect className={step.to >= step.from ? styles.rise : styles.fall} x={start} width={Math.max(1.5, end - start)} y={y - row / 4} height={row / 2} rx={2} />
                )}
                <text className={classes(styles.amount, isLevel ? styles.strong : step.to >= step.from ? styles.riseText : styles.fallText)} x={width} y={y} textAnchor="end" dominantBaseline="central">
                  {isLevel ? write(step.to) : `${Math.abs(step.to - step.from) < 0.05 ? '' : step.to > step.from ? '▲ ' : '▼ '}${signed(step.to - step.from)}`}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
