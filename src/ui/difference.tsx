import { classes } from './classes';
import styles from './difference.module.css';
import { useFormats } from './formats';
import { defineTexts, useTexts } from './texts';

const texts = defineTexts({
  none: { zh: '无显著差异', en: 'no significant change' },
  up: { zh: '上升', en: 'up' },
  down: { zh: '下降', en: 'down' },
});

export interface DifferenceProps {
  /** Difference of two proportions; shown in points. */
  value: number;
  significant: boolean;
  /** Which direction is good; it decides the colour, the arrow and the sign say the rest. */
  good: 'up' | 'down';
}

/** A difference between two rates: an arrow and points when it is significant, else that it is not. */
export function Difference({ value, significant, good }: DifferenceProps) {
  const t = useTexts(texts);
  const { points } = useFormats();
  if (!significant) return <span className={styles.none} title={points(value)}>{t.none}</span>;
  const direction = value > 0 ? 'up' : 'down';
  return (
    <span className={classes(styles.difference, direction === good ? styles.good : styles.bad)}>
      <span role="img" aria-label={t[direction]}>{direction === 'up' ? '▲' : '▼'}</span> {points(value)}
    </span>
  );
}
