import { useId, type ReactNode } from 'react';
import { classes } from './classes';
import styles from './panel.module.css';

export interface PanelProps {
  title: ReactNode;
  /** A line below the title. */
  note?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
}

/** A white card with a heading: a landmark of its own. */
export function Panel({ title, note, actions, level = 2, className, children }: PanelProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classes(styles.panel, className)} aria-labelledby={id}>
      <header className={styles.header}>
        <div>
          <Heading id={id} className={styles.title}>{title}</Heading>
          {note && <p className={styles.note}>{note}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}
