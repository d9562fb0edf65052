import { type ReactNode, startTransition, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

/**
 * What moves and scales with the map, as React Flow's own `ViewportPortal`, but drawn in slices: that one shows its children when React
 * Flow's store changes, which React draws in one task however long it takes. It begins with React Flow's first drawing, not a frame after it.
 */
export function InViewport({ children }: { children: ReactNode }) {
  const here = useRef<HTMLSpanElement>(null);
  const [viewport, setViewport] = useState<Element | null>();
  useLayoutEffect(() => startTransition(() => setViewport(here.current?.closest('.react-flow')?.querySelector('.react-flow__viewport-portal'))), []);
  return viewport ? createPortal(children, viewport) : <span ref={here} hidden />;
}
