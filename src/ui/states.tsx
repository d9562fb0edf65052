import { useId, type ReactNode } from 'react';
import { Button } from './button';
import styles from './states.module.css';
import { defineTexts, useTexts } from './texts';

const texts = defineTexts({
  loading: { zh: '正在加载', en: 'Loading' },
  retry: { zh: '重试', en: 'Try again' },
  details: { zh: '技术细节', en: 'Technical details' },
});

/** There is nothing: why, and what to do. */
export function Empty({ title, children, actions }: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title}</p>
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** The place of lines of text that are still being asked for. */
export function Loading({ lines = 3 }: { lines?: number }) {
  const t = useTexts(texts);
  return (
    <div className={styles.lines} role="status" aria-label={t.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}

export interface FailedProps {
  /** What happened. */
  title: ReactNode;
  /** What to do about it. */
  children?: ReactNode;
  /** For whoever mends it. */
  detail?: string | undefined;
  onRetry?: (() => void) | undefined;
}

/** It failed: what happened, what to do, a way to retry. */
export function Failed({ title, children, detail, onRetry }: FailedProps) {
  const t = useTexts(texts);
  const id = useId();
  return (
    <div className={styles.state} role="alert" aria-labelledby={id}>
      <p id={id} className={styles.title}>
        <span aria-hidden="true">⚠ </span>
        {title}
      </p>
      {children}
      {onRetry && (
        <div className={styles.actions}>
          <Button onClick={onRetry}>{t.retry}</Button>
        </div>
      )}
      {detail && (
        <details className={styles.detail}>
          <summary>{t.details}</summary>
          <code>{detail}</code>
        </details>
      )}
    </div>
  );
}

/** What is on screen may be old: since when, and a way to ask again. */
export function Stale({ children, onRetry }: { children: ReactNode; onRetry?: (() => void) | undefined }) {
  const t = useTexts(texts);
  return (
    <div className={styles.stale} role="status">
      <span>
        <span aria-hidden="true">⚠ </span>
        {children}
      </span>
      {onRetry && <Button look="quiet" onClick={onRetry}>{t.retry}</Button>}
    </div>
  );
}
