import { createContext, useContext, type ReactNode } from 'react';
import styles from './page-header.module.css';

/** What the shell puts at the end of every page's header: search, live state. */
export const HeaderTools = createContext<ReactNode>(undefined);

export interface PageHeaderProps {
  /** Also the title of the document. */
  title: string;
  /** Before the title: a way back. */
  before?: ReactNode;
  /** After the title: filters. */
  children?: ReactNode;
  /** A second line: layers, the balance. */
  below?: ReactNode;
}

/** The white bar on top of every page: its title, its filters, the shell's tools. */
export function PageHeader({ title, before, children, below }: PageHeaderProps) {
  const tools = useContext(HeaderTools);
  return (
    <header className={styles.header}>
      <title>{`${title} · 脉络 Throughline`}</title>
      <div className={styles.line}>
        {before}
        <h1 className={styles.title} tabIndex={-1}>{title}</h1>
        {children}
        {tools && <div className={styles.tools}>{tools}</div>}
      </div>
      {below && <div className={styles.below}>{below}</div>}
    </header>
  );
}

/** Gives the focus to the heading of the page, where what had it is gone: after going to another page, after clearing something. */
export const focusPageHeading = (): void => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
