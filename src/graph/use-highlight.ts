import { type RefObject, useEffect } from 'react';

/**
 * Lights what is told by `data-id` (`data-lit`) and lays a veil over the rest (`data-hovering`). Lit lines are copied over the veil.
 * Changes attributes and copies, not React's tree: nothing is drawn again, however many places there are.
 */
export function useHighlight(container: RefObject<HTMLElement | null>, lit: ReadonlySet<string> | undefined): void {
  useEffect(() => {
    const root = container.current;
    if (!root || !lit) return undefined;
    const light = () => {
      const over = root.querySelector('[data-over]');
      over?.replaceChildren();
      const elements = [...root.querySelectorAll('[data-id]')].filter((element) => lit.has(element.getAttribute('data-id') ?? ''));
      for (const element of elements) element.toggleAttribute('data-lit', true);
      over?.append(...elements.filter((element) => element instanceof SVGElement).map((line) => line.cloneNode(true)));
    };
    root.toggleAttribute('data-hovering', true);
    light();
    // Cards and lines are drawn in slices: those that come later are lit, too. A line that is selected looks otherwise, and so does its copy.
    const observer = new MutationObserver(() => {
      light();
      observer.takeRecords();
    });
    observer.observe(root.querySelector('.react-flow__viewport-portal') ?? root, { childList: true, subtree: true, attributeFilter: ['data-selected'] });
    return () => {
      observer.disconnect();
      root.toggleAttribute('data-hovering', false);
      root.querySelector('[data-over]')?.replaceChildren();
      for (const element of root.querySelectorAll('[data-lit]')) element.toggleAttribute('data-lit', false);
    };
  }, [container, lit]);
}
