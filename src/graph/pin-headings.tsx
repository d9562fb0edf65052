import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { DETAIL_ZOOM } from './viewport';

/**
 * Tells the map's style, on every frame it moves and without React, how far names must shift to stay in view and how much detail fits:
 * `--pin-x`, `--pin-y` in map pixels, `data-pinned`, `data-lod`.
 */
export function PinHeadings({ container }: { container: RefObject<HTMLDivElement | null> }) {
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
  element.style.setProperty('--pin-x', `${Math.max(0, -x / zoom)}px`);
  element.style.setProperty('--pin-y', `${Math.max(0, -y / zoom)}px`);
  element.dataset.pinned = [x < 0 && 'x', y < 0 && 'y'].filter(Boolean).join(' ');
  element.dataset.lod = zoom < DETAIL_ZOOM ? 'far' : 'near';
}
