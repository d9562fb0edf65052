import type { NpsChange } from '#contract';
import { classes, useTexts } from '#ui';
import styles from './change-tag.module.css';
import { useNpsFormats } from './nps-formats';
import { againstWords, npsWords } from './nps-words';
import { shownDelta } from './shown';

/** A change with the name of what it is against and whether it is more than chance: filled arrow and colour when it is, hollow and grey when not. */
export function ChangeTag({ change }: { change: NpsChange }) {
  const t = useTexts(npsWords);
  const against = useTexts(againstWords);
  const { nps, delta, exact, period } = useNpsFormats();
  const { before, now, significant = false } = change;
  const value = shownDelta(before, now);
  if (value === undefined) {
    const few = before.nps === undefined ? before.n : now.n;
    return (
      <span className={styles.tag} title={t.fewWhy(exact(few))}>
        <span className={styles.none}>—</span> {against[change.against]}
        {' '}
        {t.few(exact(few))}
      </span>
    );
  }
  const exactly = change.delta !== undefined && change.low !== undefined && change.high !== undefined ? `${signed(change.delta)}，${t.interval(signed(change.low), signed(change.high))}` : '';
  const told = `${period(change.period.id)}: ${nps(before.nps ?? 0)} (${t.n(exact(before.n))}) → ${nps(now.nps ?? 0)} (${t.n(exact(now.n))})`;
  return (
    <span className={styles.tag} title={[told, exactly].filter(Boolean).join('\n')}>
      <b className={classes(styles.delta, significant && (value < 0 ? styles.down : styles.up))}>
        <span aria-hidden="true">{value === 0 ? '＝' : significant ? (value < 0 ? '▼' : '▲') : value < 0 ? '▽' : '△'}</span> {delta(value)}
      </b>{' '}
      {against[change.against]} <span className={significant ? styles.sure : undefined}>{significant ? t.significant : t.insignificant}</span>
    </span>
  );
}

/** Two decimals, for hovers. */
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
