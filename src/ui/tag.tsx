import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './tag.module.css';

/** What a colour means; neutral means nothing. */
export type Tone = 'neutral' | 'break' | 'mild' | 'handoff' | 'ticket' | 'nps' | 'good';

/** A small label in the colour of what it is about; its text says the same without the colour. */
export function Tag({ tone = 'neutral', title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return <span className={classes(styles.tag, styles[tone])} title={title}>{children}</span>;
}
