import { classes } from './classes';
import styles from './sparkline.module.css';

export interface SparklineProps {
  /** In order; `undefined` is a gap. */
  values: readonly (number | undefined)[];
  width?: number;
  height?: number;
  /** The colour of what is drawn. */
  tone?: 'volume' | 'break' | 'handoff' | 'nps';
}

/** A trend the size of a word, from zero to its highest value. Decoration: the numbers stand in a table or chart beside it. */
export function Sparkline({ values, width = 64, height = 20, tone = 'volume' }: SparklineProps) {
  return (
    <svg className={classes(styles.line, styles[tone])} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={sparklinePath(values, width, height)} />
    </svg>
  );
}

/** The path of a sparkline; values that are gaps start a new stroke. */
export function sparklinePath(values: readonly (number | undefined)[], width: number, height: number): string {
  const highest = Math.max(...values.map((value) => value ?? 0), Number.MIN_VALUE);
  const margin = 1.5;
  const x = (index: number) => (values.length < 2 ? width / 2 : margin + (index / (values.length - 1)) * (width - 2 * margin));
  const y = (value: number) => height - margin - (value / highest) * (height - 2 * margin);
  let drawing = false;
  return values
    .flatMap((value, index) => {
      if (value === undefined) {
        drawing = false;
        return [];
      }
      const command = drawing ? 'L' : 'M';
      drawing = true;
      return [`${command}${x(index).toFixed(1)} ${y(value).toFixed(1)}`];
    })
    .join('');
}
