import '@xyflow/react/dist/base.css';
import { type AriaLabelConfig, ReactFlow } from '@xyflow/react';
import { memo, type RefObject, useMemo } from 'react';
import { Backdrop } from './backdrop';
import { CardLayer } from './card-layer';
import { DetailLayer } from './detail-layer';
import { EdgeLayer } from './edge-layer';
import type { GraphMapProps } from './graph-map';
import { InViewport } from './in-viewport';
import { placeLabels } from './labels';
import { lineWidths } from './line-width';
import { PinHeadings } from './pin-headings';
import { routeEdges } from './routes';
import { useClose } from './use-close';
import { mapExtent, MAX_ZOOM, MIN_ZOOM } from './viewport';

interface Props extends Omit<GraphMapProps, 'tipOf' | 'lit'> {
  container: RefObject<HTMLElement | null>;
  tabbable: string | undefined;
  onChoose: (id: string) => void;
  onMove: (event: Event | null) => void;
}

const NONE: never[] = [];

/** All that is drawn of the map, in React Flow. Memoised: what is hovered changes often and nothing of this. */
export const Canvas = memo(function Canvas({ container, grid, headings, surfaces, cards, edges, losses, selected, tabbable, onSelect, onChoose, onOpen, onMark, onMove, detailOf, texts }: Props) {
  const routes = useMemo(() => routeEdges(grid, edges), [grid, edges]);
  const labels = useMemo(() => placeLabels(grid, routes, losses, cards), [grid, routes, losses, cards]);
  const widthOf = useMemo(() => lineWidths(edges), [edges]);
  const isClose = useClose(container);
  const extent = useMemo(() => mapExtent(grid), [grid]);
  const ariaLabels = useMemo(
    (): Partial<AriaLabelConfig> => ({ 'node.a11yDescription.default': texts.keys, 'node.a11yDescription.keyboardDisabled': texts.keys, 'controls.ariaLabel': texts.zoom }),
    [texts],
  );
  return (
    <ReactFlow
      aria-label={texts.map}
      nodes={NONE}
      edges={NONE}
      onPaneClick={() => onSelect(undefined)}
      onMove={onMove}
      ariaLabelConfig={ariaLabels}
      attributionPosition="bottom-left"
      minZoom={MIN_ZOOM}
      maxZoom={MAX_ZOOM}
      translateExtent={extent}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      panActivationKeyCode={null}
      zoomActivationKeyCode={null}
      zoomOnDoubleClick={false}
    >
      <InViewport>
        <CardLayer grid={grid} cards={cards} selected={selected} tabbable={tabbable} onChoose={onChoose} onOpen={onOpen} onMark={onMark} />
        {isClose && detailOf && <DetailLayer grid={grid} cards={cards} detailOf={detailOf} />}
        <Backdrop grid={grid} headings={headings} surfaces={surfaces} />
        <EdgeLayer grid={grid} routes={routes} labels={labels} losses={losses} widthOf={widthOf} selected={selected} onSelect={onSelect} />
        <PinHeadings container={container} />
      </InViewport>
    </ReactFlow>
  );
});
