import { classes, useTexts } from '#ui';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './side-panel.module.css';
import { pageTexts } from './page-texts';

const KEY = 'throughline.panel';
const NARROWEST = 280;
const WIDEST = 720;
const STEP = 24;

/**
 * The panel beside the map, as wide as somebody last made it; on a small screen the sheet below it.
 *
 * `content` names what it shows; `onEscape` leaves that. `isAlone`: there is no map beside it.
 */
export function SidePanel({ isAlone, content, onEscape, children }: { isAlone: boolean; content: string; onEscape: () => void; children: ReactNode }) {
  const t = useTexts(pageTexts);
  const panel = useRef<HTMLElement>(null);
  const before = useRef(content);
  const [width, setWidth] = useState(readWidth);
  const change = (next: number) => {
    const kept = Math.round(Math.min(WIDEST, Math.max(NARROWEST, next)));
    setWidth(kept);
    localStorage.setItem(KEY, String(kept));
  };
  // A button that leads elsewhere goes with what it stood in: the keyboard stays in the panel.
  useEffect(() => {
    if (document.activeElement === document.body && content !== before.current) panel.current?.focus({ preventScroll: true });
    before.current = content;
  }, [content]);
  const drag = (event: PointerEvent<HTMLHRElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) change(window.innerWidth - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    change((width ?? 360) + by);
  };
  return (
    <>
      {/* A separator that moves is operable: it takes the focus and the arrow keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <hr
        className={styles.handle}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t.resize}
        aria-valuenow={width ?? 360}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={onKeyDown}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc of everything inside */}
      <aside
        ref={panel}
        className={classes(styles.panel, isAlone && styles.alone)}
        aria-label={t.panel}
        style={{ width }}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) onEscape();
        }}
      >
        {children}
      </aside>
    </>
  );
}

function readWidth(): number | undefined {
  const width = Number(localStorage.getItem(KEY));
  return width >= NARROWEST && width <= WIDEST ? width : undefined;
}
