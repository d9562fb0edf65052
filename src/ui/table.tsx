import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './table.module.css';

export interface TableProps {
  /** What it lists, where no heading beside it says so. */
  label?: string;
  /** CSS pixels; above that it scrolls, by keyboard too. */
  maxHeight?: number;
  className?: string;
  /** `thead`, `tbody`, `tfoot`; cells of numbers carry `data-number` and stand at the right. */
  children: ReactNode;
}

/** A table in the look of the product; wide ones scroll by themselves instead of widening the page. */
export function Table({ label, maxHeight, className, children }: TableProps) {
  const table = <table className={classes(styles.table, className)} aria-label={label}>{children}</table>;
  if (maxHeight === undefined) return <div className={styles.wide}>{table}</div>;
  return (
    // What scrolls by keyboard must take the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes(styles.wide, styles.scroll)} style={{ maxHeight }} role="region" aria-label={label} tabIndex={0}>
      {table}
    </div>
  );
}
