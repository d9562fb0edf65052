import { ReactFlowProvider } from '@xyflow/react';
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Headings } from './backdrop';
import { Canvas } from './canvas';
import { idAt } from './card-layer';
import { connectedTo } from './connected';
import type { Grid } from './grid';
import { HoverTip } from './hover-tip';
import type { MapEdge, MapLoss } from './map-edge';
import type { Card, CardDetail, MarkKind, Tip } from './place-card';
import { type Direction, firstPlace, nextPlace } from './roving';
import { useHighlight } from './use-highlight';
import { useMoving } from './use-moving';
import { useViewport } from './use-viewport';
import { ZoomControls, type ZoomTexts } from './zoom-controls';
import styles from './graph-map.module.css';

export interface GraphTexts extends ZoomTexts {
  /** The name of the map. */
  map: string;
  /** How to walk it by keyboard. */
  keys: string;
}

export interface GraphMapProps {
  grid: Grid;
  headings: Headings;
  surfaces: 'lanes' | 'groups';
  /** One for each place of the grid that is to be drawn; a card that is the same object is not drawn again. */
  cards: readonly Card[];
  edges: readonly MapEdge[];
  losses: readonly MapLoss[];
  /** Id of the selected place, edge or loss. */
  selected?: string | undefined;
  /** Ids of what is lit while nothing is hovered, such as a path; the rest steps back. Keep its identity while nothing changes. */
  lit?: ReadonlySet<string> | undefined;
  /** A click or Enter on a place, edge or loss; `undefined` on Esc or a click beside them. */
  onSelect: (id: string | undefined) => void;
  /** A double click on a place, or Enter on the selected one; without it, that comes close to the place. */
  onOpen?: ((id: string) => void) | undefined;
  /** A click or Enter on a mark of a place. */
  onMark?: ((id: string, kind: MarkKind) => void) | undefined;
  tipOf: (id: string) => Tip | undefined;
  /** What a place shows from close by. */
  detailOf?: ((id: string) => CardDetail | undefined) | undefined;
  texts: GraphTexts;
}

/** A map of places and what joins them, on React Flow: moved and zoomed by wheel, drag, touch and keys (+ − 0), walked by arrow keys. */
export function GraphMap(props: GraphMapProps) {
  return (
    <ReactFlowProvider>
      <Map {...props} />
    </ReactFlowProvider>
  );
}

const KEYS: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last' };

function Map({ grid, headings, surfaces, cards, edges, losses, selected, lit: shownPath, onSelect, onOpen, onMark, tipOf, detailOf, texts }: GraphMapProps) {
  const wrapper = useRef<HTMLDivElement>(null);
  const [walked, setWalked] = useState<string>();
  const [hovered, setHovered] = useState<string>();
  // What the keyboard stands on; a click gives the focus too, but is not looking around.
  const [focused, setFocused] = useState<string>();
  const regarded = hovered ?? focused;
  const tabbable = [walked, selected].find((id) => id !== undefined && grid.cells.has(id)) ?? firstPlace(grid);

  const { fit, reveal, approach, zoomBy } = useViewport(grid);
  const open = onOpen ?? approach;
  const lit = useMemo(() => (regarded === undefined ? shownPath : connectedTo(regarded, edges, losses)), [regarded, shownPath, edges, losses]);
  useHighlight(wrapper, lit);

  // What a link or the panel selects may be out of view.
  useEffect(() => {
    if (selected !== undefined) reveal(selected);
  }, [selected, reveal]);

  const { moved, isMoving } = useMoving(wrapper);
  const onMove = useCallback(
    (event: Event | null) => {
      // Without an event it was `fit`, `reveal` or `zoomBy`: one jump, drawn sharp at once.
      if (!event) return;
      moved();
      setHovered(undefined);
    },
    [moved],
  );
  const hover = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || event.buttons > 0) return setHovered(undefined);
    // What slides by under a resting pointer while the map moves is not pointed at.
    if (isMoving()) return undefined;
    setHovered(idAt(event.target));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = idAt(event.target);
    const direction = KEYS[event.key];
    if (direction && at !== undefined) {
      event.preventDefault();
      const next = nextPlace(grid, at, direction);
      if (next === undefined) return;
      setWalked(next);
      wrapper.current?.querySelector<HTMLButtonElement>(`button[data-id="${CSS.escape(next)}"]`)?.focus({ preventScroll: true });
      reveal(next);
    } else if (event.key === '+' || event.key === '=') zoomBy(1.25);
    else if (event.key === '-' || event.key === '−') zoomBy(0.8);
    else if (event.key === '0') fit();
    else if (event.key === 'Escape') onSelect(undefined);
    else if (event.key === 'Enter' && at !== undefined && at === selected) {
      event.preventDefault();
      open(at);
    }
  };

  const choose = useCallback(
    (id: string) => {
      setWalked(id);
      onSelect(id);
    },
    [onSelect],
  );

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys and hover of the buttons inside, in one place
    <div
      ref={wrapper}
      className={styles.map}
      onKeyDown={onKeyDown}
      onPointerOver={hover}
      onPointerLeave={() => setHovered(undefined)}
      onFocus={({ target }) => setFocused(target.matches(':focus-visible') ? idAt(target) : undefined)}
      onBlur={() => setFocused(undefined)}
    >
      <Canvas
        container={wrapper}
        grid={grid}
        headings={headings}
        surfaces={surfaces}
        cards={cards}
        edges={edges}
        losses={losses}
        selected={selected}
        tabbable={tabbable}
        onSelect={onSelect}
        onChoose={choose}
        onOpen={open}
        onMark={onMark}
        onMove={onMove}
        detailOf={detailOf}
        texts={texts}
      />
      <ZoomControls texts={texts} onZoom={zoomBy} onFit={fit} />
      {hovered !== undefined && <HoverTip container={wrapper} id={hovered} tipOf={tipOf} />}
    </div>
  );
}
