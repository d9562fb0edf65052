import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Keeps the row on top of a scrolled list where it is while rows come and go above it. At its very top the list shows what is newest. */
export function useStillScroll(scroller: RefObject<HTMLElement | null>, rows: readonly { id: string }[], rowHeight: number): void {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const element = scroller.current;
    const old = before.current;
    before.current = rows;
    if (!element || old === rows || element.scrollTop === 0) return;
    const index = Math.floor(element.scrollTop / rowHeight);
    // The first of those in view that is still there.
    const anchor = old.slice(index, index + 10).find(({ id }) => rows.some((row) => row.id === id));
    if (!anchor) return;
    const moved = rows.findIndex(({ id }) => id === anchor.id) - old.indexOf(anchor);
    if (moved !== 0) element.scrollBy({ top: moved * rowHeight, behavior: 'instant' });
  }, [scroller, rows, rowHeight]);
}
