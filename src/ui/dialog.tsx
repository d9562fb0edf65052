import { useId, type ReactNode } from 'react';
import { classes } from './classes';
import styles from './dialog.module.css';
import { defineTexts, useTexts } from './texts';
import { useModal } from './use-modal';

const texts = defineTexts({ close: { zh: '关闭', en: 'Close' } });

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** The buttons at its end. */
  actions?: ReactNode;
  /** For what needs the room of a page; `whole` takes all there is: its one child scrolls, title and buttons stay. */
  wide?: boolean | 'whole';
}

/** A modal dialog, the browser's own: it holds the focus, closes on Escape and gives the focus back. Render it while it is open. */
export function Dialog({ title, onClose, children, actions, wide }: DialogProps) {
  const t = useTexts(texts);
  const id = useId();
  const dialog = useModal(onClose);
  return (
    <dialog ref={dialog} className={classes(styles.dialog, wide === 'whole' ? styles.whole : wide && styles.wide)} aria-labelledby={id}>
      <header className={styles.header}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={styles.close} aria-label={t.close} onClick={onClose}>
          ×
        </button>
      </header>
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </dialog>
  );
}
