import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { showDetail } from './show-detail';

/**
 * On every frame the map moves, without React: shifts the names (`data-pin="x"`, `"y"`, and the corner between them, `"xy"`) so that they stay in view, and tells
 * the map's style which names stand over the map (`data-pinned`) and, once it is at rest, how much detail fits.
 *
 * Nothing else may change while moving: a variable on the whole map would have every card styled again in every frame.
 */
export function PinHeadings({ container }: { container: RefObject<HTMLElement | null> }) {
  const store = useStoreApi();
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    let before = '';
    const update = () => {
      const transform = store.getState().transform;
      if (transform.join() === before) return;
      before = transform.join();
      pin(element, transform);
    };
    update();
    return store.subscribe(update);
  }, [container, store]);
  return undefined;
}

function pin(element: HTMLElement, [x, y, zoom]: readonly [x: number, y: number, zoom: number]): void {
  const shift = { x: Math.max(0, -x / zoom), y: Math.max(0, -y / zoom) };
  for (const names of element.querySelectorAll<HTMLElement>('[data-pin]')) {
    const along = names.dataset.pin ?? '';
    names.style.transform = `translate(${along.includes('x') ? shift.x : 0}px, ${along.includes('y') ? shift.y : 0}px)`;
  }
  const pinned = [x < 0 && 'x', y < 0 && 'y'].filter(Boolean).join(' ');
  if (element.dataset.pinned !== pinned) element.dataset.pinned = pinned;
  showDetail(element, zoom);
}
