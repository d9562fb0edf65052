import { useFormats } from '#ui';
import type { ReactNode } from 'react';
import styles from './bar-list.module.css';

export interface BarRow {
  key: string;
  label: ReactNode;
  /** How the row is called where only text will do. */
  name: string;
  count: number;
  tone?: 'break' | 'mild' | 'handoff' | 'good' | 'volume';
  /** Opens the list of exactly so many. */
  onOpen?: (() => void) | undefined;
}

/** Parts of a whole as small bars; each number opens its list. Parts that are zero are left out. */
export function BarList({ title, rows, whole }: { title: string; rows: readonly BarRow[]; whole: number }) {
  const { percent } = useFormats();
  const shown = rows.filter((row) => row.count > 0);
  if (shown.length === 0) return undefined;
  const most = Math.max(...shown.map((row) => row.count));
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.list}>
        {shown.map((row) => (
          <li key={row.key}>
            <span className={styles.label}>{row.label}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles[row.tone ?? 'volume']} style={{ width: `${(row.count / most) * 100}%` }} />
            </span>
            <CountButton name={row.name} count={row.count} onOpen={row.onOpen} />
            <span className={styles.share}>{whole > 0 ? percent(row.count / whole) : ''}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A count that opens the list of exactly so many; plain text where there is none. */
export function CountButton({ name, count, onOpen }: { name: string; count: number; onOpen?: (() => void) | undefined }) {
  const { exact } = useFormats();
  if (!onOpen || count === 0) return <span className={styles.count}>{exact(count)}</span>;
  return (
    <button type="button" className={styles.count} aria-label={`${name} ${exact(count)}`} onClick={onOpen}>
      {exact(count)}
    </button>
  );
}
