import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { Grid } from './grid';
import { fitViewport, MAX_ZOOM, MIN_ZOOM, panInto } from './viewport';

/** How close (zoom) a place is come to. */
const APPROACHED = 1.6;

/** Moves the map. Shows it whole until somebody moves it, and again whenever its layout or its frame changes before that. */
export function useViewport(grid: Grid) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const fitted = useRef<{ x: number; y: number; zoom: number }>(undefined);

  const fit = useCallback(() => {
    if (width === 0) return;
    fitted.current = fitViewport(grid, { width, height });
    void flow.setViewport(fitted.current);
  }, [flow, grid, width, height]);

  useEffect(() => {
    const { x, y, zoom } = flow.getViewport();
    const before = fitted.current;
    const untouched = !before || (x === before.x && y === before.y && zoom === before.zoom);
    if (untouched) fit();
  }, [flow, fit]);

  const reveal = useCallback(
    (id: string) => {
      const cell = grid.cells.get(id);
      if (!cell) return;
      const viewport = flow.getViewport();
      const { laneHead, columnHead, node } = grid.sizes;
      const moved = panInto({ ...cell, ...node }, viewport, store.getState(), { left: laneHead, top: columnHead });
      if (moved) void flow.setViewport({ ...moved, zoom: viewport.zoom });
    },
    [flow, store, grid],
  );

  const approach = useCallback(
    (id: string) => {
      const cell = grid.cells.get(id);
      if (!cell) return;
      const { node } = grid.sizes;
      const zoom = Math.max(APPROACHED, flow.getViewport().zoom);
      // In the middle, unless that would leave room beside the map's own edge.
      const about = (room: number, middle: number) => Math.min(0, room / 2 - middle * zoom);
      void flow.setViewport({ x: about(width, cell.x + node.width / 2), y: about(height, cell.y + node.height / 2), zoom });
    },
    [flow, grid, width, height],
  );

  const zoomBy = useCallback(
    (factor: number) => {
      const { x, y, zoom } = flow.getViewport();
      const next = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom * factor));
      // The middle of the frame stays where it is.
      const about = (offset: number, room: number) => room / 2 - ((room / 2 - offset) * next) / zoom;
      void flow.setViewport({ x: about(x, width), y: about(y, height), zoom: next });
    },
    [flow, width, height],
  );
  return { fit, reveal, approach, zoomBy };
}
