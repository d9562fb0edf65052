import type { Grid } from './grid';

export interface Frame {
  width: number;
  height: number;
}

/** Below this zoom the texts of a card are too small to read. */
export const LEGIBLE_ZOOM = 0.72;
/** Below this zoom cards show only their bar and their severity. */
export const DETAIL_ZOOM = 0.5;
/** From this zoom on a card has room for how its breaks went and what caused most of them. */
export const CLOSE_ZOOM = 1.4;
export const MAX_ZOOM = 2;
export const MIN_ZOOM = 0.3;

const LARGEST_FIT = 1.25;
const MARGIN = 12;

/** How far the map can be moved, in its own coordinates: a little beyond what is drawn. */
export const mapExtent = ({ width, height }: Pick<Grid, 'width' | 'height'>): [[left: number, top: number], [right: number, bottom: number]] => [
  [-160, -120],
  [width + 160, height + 160],
];

/** Below this zoom the whole map is far from legible: it is going to be scrolled anyway. */
const SCROLLED = 0.64;

/** The viewport that shows the whole map, or as much of it from its top left corner as can be read; all of its width when it is only too high. */
export function fitViewport(grid: Pick<Grid, 'width' | 'height'>, frame: Frame): { x: number; y: number; zoom: number } {
  const across = (frame.width - 2 * MARGIN) / grid.width;
  const whole = Math.min(across, (frame.height - 2 * MARGIN) / grid.height);
  const zoom = whole < SCROLLED ? Math.min(1, Math.max(LEGIBLE_ZOOM, across)) : Math.min(LARGEST_FIT, Math.max(LEGIBLE_ZOOM, whole));
  const middle = (room: number, size: number) => Math.max(0, (room - size * zoom) / 2);
  return { x: middle(frame.width, grid.width), y: Math.min(middle(frame.height, grid.height), MARGIN * 2), zoom };
}

/** How far to move so that a box in map coordinates is in view; absent when it already is. */
export function panInto(
  box: { x: number; y: number; width: number; height: number },
  viewport: { x: number; y: number; zoom: number },
  frame: Frame,
  pinned: { left: number; top: number },
): { x: number; y: number } | undefined {
  const along = (start: number, size: number, offset: number, room: number, head: number) => {
    const from = start * viewport.zoom + offset;
    const to = from + size * viewport.zoom;
    if (from < head * viewport.zoom + MARGIN) return offset + head * viewport.zoom + MARGIN - from;
    return to > room - MARGIN ? offset + room - MARGIN - to : offset;
  };
  const x = along(box.x, box.width, viewport.x, frame.width, pinned.left);
  const y = along(box.y, box.height, viewport.y, frame.height, pinned.top);
  return x === viewport.x && y === viewport.y ? undefined : { x, y };
}
