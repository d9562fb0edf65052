import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useMemo } from 'react';
import { showDetail } from './show-detail';

/** So long (ms) without a move is rest: longer than the pause between two notches of a wheel. */
const REST = 200;

/**
 * Marks the map (`data-moving`) from somebody's first move until it has been at rest for a moment. Meanwhile its style moves and scales
 * the picture instead of drawing it again, and as much detail is shown as before. Outside React: moving draws no component.
 *
 * A gesture's own end does not count: it may be told after the next one has begun.
 */
export function useMoving(container: RefObject<HTMLElement | null>): Moving {
  const store = useStoreApi();
  const moving = useMemo(() => new Moving(container, () => store.getState().transform[2]), [container, store]);
  useEffect(() => moving.stop, [moving]);
  return moving;
}

class Moving {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly map: RefObject<HTMLElement | null>,
    private readonly zoom: () => number,
  ) {}

  /** To be called with every move. */
  moved = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.rest, REST);
    if (this.map.current && this.map.current.dataset.moving === undefined) this.map.current.dataset.moving = '';
  };

  isMoving = (): boolean => this.timer !== undefined;

  stop = (): void => clearTimeout(this.timer);

  private rest = (): void => {
    this.timer = undefined;
    if (!this.map.current) return;
    delete this.map.current.dataset.moving;
    showDetail(this.map.current, this.zoom());
  };
}
