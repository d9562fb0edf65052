import type { ReactNode } from 'react';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  label: string;
  done: number;
  /** 0 while it is not known. */
  total: number;
  /** The same in words, at the end of the line. */
  figures: string;
  children?: ReactNode;
}

/** How far something is, with its figures. */
export function ProgressBar({ label, done, total, figures, children }: ProgressBarProps) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span>{label}</span>
        <span>{figures}</span>
      </div>
      <progress className={styles.bar} aria-label={label} {...(total > 0 && { value: Math.min(done, total), max: total })} />
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
