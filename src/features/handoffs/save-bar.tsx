import { ApiError, failureOf } from '#api';
import { Button, useTexts } from '#ui';
import styles from './rules-sheet.module.css';
import { sheetTexts } from './sheet-texts';

interface Props {
  dirty: boolean;
  busy: boolean;
  /** Why the last save failed. */
  error: Error | null;
  /** Absent while what is there cannot be saved. */
  onSave: (() => void) | undefined;
  onDiscard: () => void;
}

/** At the end of a form: saves it; says why that failed, with everything typed still there. */
export function SaveBar({ dirty, busy, error, onSave, onDiscard }: Props) {
  const t = useTexts(sheetTexts);
  const isStale = error instanceof ApiError && error.code === 'version-stale';
  return (
    <div className={styles.bar}>
      {error && dirty && (
        <p className={styles.notice} role="alert">
          {isStale ? t.stale : t.failed + failureOf(error).detail}
        </p>
      )}
      {dirty && <span className={styles.quiet}>{t.unsaved}</span>}
      <Button onClick={onDiscard} disabled={!dirty || busy}>
        {t.discard}
      </Button>
      <Button look="primary" onClick={onSave} disabled={!dirty || busy || !onSave}>
        {busy ? t.saving : t.save}
      </Button>
    </div>
  );
}
