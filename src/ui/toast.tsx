import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from './button';
import { defineTexts, useTexts } from './texts';
import styles from './toast.module.css';

const texts = defineTexts({ close: { zh: '关闭', en: 'Dismiss' }, region: { zh: '提示', en: 'Notices' } });

/** What has just happened, and how to undo it where a slip would cost. */
export interface Toast {
  text: string;
  action?: { label: string; run: () => void } | undefined;
  /** How long (ms) it stays, if not the usual ten seconds. */
  stays?: number | undefined;
}

type Shown = Toast & { id: number };

/** So long (ms) a notice stays, unless the pointer or the focus rests on it. */
const STAYS = 10_000;
/** More would cover the page. */
const AT_MOST = 3;

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows a notice. @example const toast = useToast(); toast({ text: t.claimed, action: { label: t.undo, run: release } }) */
export const useToast = (): ((toast: Toast) => void) => use(ToastContext);

/** Notices at the bottom of the page, over everything. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTexts(texts);
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const show = useCallback((toast: Toast) => {
    const id = next.current++;
    setShown((all) => [...all, { ...toast, id }].slice(-AT_MOST));
  }, []);
  const close = useCallback((id: number) => setShown((all) => all.filter((one) => one.id !== id)), []);
  const region = useMemo(
    () => (
      <div className={styles.region} role="region" aria-label={t.region} aria-live="polite">
        {shown.map((toast) => (
          <ToastView key={toast.id} toast={toast} onClose={close} />
        ))}
      </div>
    ),
    [shown, close, t],
  );
  return (
    <ToastContext value={show}>
      {children}
      {region}
    </ToastContext>
  );
}

function ToastView({ toast: { id, text, action, stays = STAYS }, onClose }: { toast: Shown; onClose: (id: number) => void }) {
  const t = useTexts(texts);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => onClose(id), stays);
    return () => clearTimeout(timer);
  }, [held, id, stays, onClose]);
  const hold = { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false) };
  return (
    <div className={styles.toast} {...hold}>
      <span>{text}</span>
      {action && (
        <Button
          look="quiet"
          className={styles.action}
          onClick={() => {
            onClose(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <button type="button" className={styles.close} aria-label={t.close} onClick={() => onClose(id)}>
        ×
      </button>
    </div>
  );
}
