import { createContext, type ReactNode, use, useCallback, useEffect, useId, useRef, useState } from 'react';
import styles from './dropdown.module.css';

interface Props {
  /** What it decides, such as 对比. */
  name: string;
  /** What is decided now. */
  value: ReactNode;
  children: ReactNode;
}

const CloseContext = createContext(() => {});

/** How what stands in a dropdown closes it. */
export const useCloseDropdown = (): (() => void) => use(CloseContext);

/** A filter as a button that says its value, with its choices below. Esc and a click outside close it. */
export function Dropdown({ name, value, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc of everything inside
    <div
      ref={root}
      className={styles.dropdown}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button ref={button} type="button" className={styles.button} aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
        <span className={styles.name}>{name}</span> <b>{value}</b> <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <div id={id} className={styles.choices} role="group" aria-label={name}>
          <CloseContext value={close}>{children}</CloseContext>
        </div>
      )}
    </div>
  );
}

/** One choice of a filter; closes it, unless it `stays` for more to be chosen. */
export function Choice({ chosen, onChoose, stays = false, disabled = false, children }: { chosen: boolean; onChoose: () => void; stays?: boolean; disabled?: boolean; children: ReactNode }) {
  const close = useCloseDropdown();
  const choose = () => {
    onChoose();
    if (!stays) close();
  };
  return (
    <button type="button" className={styles.choice} aria-pressed={chosen} disabled={disabled} onClick={choose}>
      <span className={styles.mark} aria-hidden="true">
        {chosen ? '✓' : ''}
      </span>
      {children}
    </button>
  );
}
