import { type RefObject, useLayoutEffect } from 'react';
import { LitCopies } from './lit-copies';

/**
 * Lights what is told by `data-id` (`data-lit`) and lays a veil over the rest: what is lit is copied over the veil. Of the
 * map itself nothing is drawn again, neither by React nor by the browser, however many places there are. In the frame the tip comes in too.
 */
export function useHighlight(container: RefObject<HTMLElement | null>, lit: ReadonlySet<string> | undefined): void {
  useLayoutEffect(() => {
    const root = container.current;
    if (!root || !lit) return undefined;
    const copies = new LitCopies(root, lit);
    copies.draw();
    // Cards and lines are drawn in slices, and their numbers change: copies follow. What only moves with the map (`data-pin`) is no change.
    const observer = new MutationObserver((changes) => {
      if (changes.every(({ target }) => target instanceof Element && (target.matches('[data-pin]') || target.closest('[data-over]')))) return;
      copies.draw();
      observer.takeRecords();
    });
    observer.observe(root.querySelector('.react-flow__viewport-portal') ?? root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['class', 'style', 'aria-pressed', 'data-selected'],
    });
    // Between a place's card and its marks the focus moves without anything else being lit.
    const refocus = () => copies.draw();
    root.addEventListener('focusin', refocus);
    root.addEventListener('focusout', refocus);
    return () => {
      root.removeEventListener('focusin', refocus);
      root.removeEventListener('focusout', refocus);
      observer.disconnect();
      copies.clear();
    };
  }, [container, lit]);
}
