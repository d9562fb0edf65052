import { type ReactNode, type RefObject, startTransition, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/**
 * What moves and scales with the map, as React Flow's own `ViewportPortal`, but drawn in slices: that one shows its children when React
 * Flow's store changes, which React draws in one task however long it takes.
 */
export function InViewport({ container, children }: { container: RefObject<HTMLElement | null>; children: ReactNode }) {
  const [viewport, setViewport] = useState<Element | null>();
  useEffect(() => startTransition(() => setViewport(container.current?.querySelector('.react-flow__viewport-portal'))), [container]);
  return viewport && createPortal(children, viewport);
}
