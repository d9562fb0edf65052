import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './filters.module.css';

/** The filters of a page in a row, which goes sideways where it is narrow. */
export function Filters({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.filters} role="group" aria-label={label}>
      {children}
    </div>
  );
}

export interface FilteredPlaceProps {
  tone: 'break' | 'ticket';
  /** Said before its name. */
  label: string;
  name: string;
  /** What the cross does, for who does not see it. */
  away: string;
  onAway: () => void;
}

/** A place that a page is narrowed to from elsewhere, and the way back. */
export function FilteredPlace({ tone, label, name, away, onAway }: FilteredPlaceProps) {
  return (
    <span className={classes(styles.place, styles[tone])}>
      {label} <b>{name}</b>
      <button type="button" aria-label={away} onClick={onAway}>×</button>
    </span>
  );
}
