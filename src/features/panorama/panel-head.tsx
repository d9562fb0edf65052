import { useTexts } from '#ui';
import type { ReactNode } from 'react';
import { depthTexts } from './depth-texts';
import styles from './panel.module.css';
import { withSelection } from './url';
import { useView } from './view';

/** The head of a selection: the way back, what it is, and what to do with it. Said aloud when it changes. */
export function PanelHead({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  const { search, go } = useView();
  const t = useTexts(depthTexts);
  return (
    <header className={styles.head}>
      <button type="button" className={styles.back} onClick={() => go(withSelection(search))}>
        <span aria-hidden="true">‹</span> {t.back}
      </button>
      <h2 aria-live="polite">{title}</h2>
      {note && <p>{note}</p>}
      {children}
    </header>
  );
}
