const WARM_UP = 12;
const ROUND = 48;

/** A circle nearly to the right end of the map and back. Its edge keeps the map from following up and down, but in every frame it moves. */
const pan = (n: number) => ({ x: 800 - 200 * (1 - Math.cos((2 * Math.PI * n) / ROUND)), y: 500 - 90 * Math.sin((2 * Math.PI * n) / ROUND) });
/** Out for a quarter of a round, in for a half, and back. */
const zoomBy = (n: number) => (n % ROUND < ROUND / 4 || n % ROUND >= (3 * ROUND) / 4 ? 25 : -25);

/** The mouse in zigzag over the whole map: in nearly every frame it is on something else. */
const over = (n: number) => ({ x: 200 + ((n * 97) % 1350), y: 90 + ((n * 61) % 800) });

/** So long (ms) after the last move everything is drawn as it stays. */
const SETTLED = 600;

export interface Frames {
  pan: number[];
  zoom: number[];
  hover: number[];
  /** After the last move. */
  rest: number[];
  /** The view half way through the first round of dragging. */
  turn: string;
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Moves the map by one step in every frame, a round of dragging, then one of zooming, and after a rest the mouse over it, `rounds` times,
 * with the events a mouse would send.
 *
 * @returns the time from each frame to the next, in milliseconds, without the warm-up
 */
export async function measureFrames(rounds: number): Promise<Frames> {
  const pane = document.querySelector('.react-flow__pane');
  const viewport = document.querySelector<HTMLElement>('.react-flow__viewport');
  if (!pane || !viewport) throw new Error('Failed to measure: the page has no map.');
  const mouse = (type: string, to: EventTarget, { x, y }: { x: number; y: number }) =>
    to.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, buttons: 1, clientX: x, clientY: y }));
  const wheel = (deltaY: number) =>
    pane.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, view: window, clientX: 800, clientY: 500, deltaY }));
  let under: Element | null = null;
  const hover = ({ x, y }: { x: number; y: number }) => {
    const at = document.elementFromPoint(x, y);
    const point = { bubbles: true, cancelable: true, view: window, clientX: x, clientY: y, pointerType: 'mouse' };
    if (at !== under) {
      for (const type of ['pointerout', 'mouseout']) under?.dispatchEvent(new PointerEvent(type, { ...point, relatedTarget: at }));
      for (const type of ['pointerover', 'mouseover']) at?.dispatchEvent(new PointerEvent(type, { ...point, relatedTarget: under }));
    }
    for (const type of ['pointermove', 'mousemove']) at?.dispatchEvent(new PointerEvent(type, point));
    under = at;
  };
  const frames: Frames = { pan: [], zoom: [], hover: [], rest: [], turn: '' };
  let before = await nextFrame();
  const step = async (into: number[], counts: boolean) => {
    const now = await nextFrame();
    if (counts) into.push(now - before);
    before = now;
  };
  const rest = async (into: number[]) => {
    for (const until = before + SETTLED; before < until; ) await step(into, true);
  };
  for (let round = 0; round < rounds; round++) {
    mouse('mousedown', pane, pan(0));
    for (let n = 1; n <= ROUND; n++) {
      const { transform } = viewport.style;
      mouse('mousemove', window, pan(n));
      await step(frames.pan, round > 0 || n > WARM_UP);
      if (viewport.style.transform === transform) throw new Error(`Failed to measure: dragged for the ${n}th time, the map stands still.`);
      if (round === 0 && n === ROUND / 2) frames.turn = viewport.style.transform;
    }
    mouse('mouseup', window, pan(ROUND));
    for (let n = 0; n < ROUND; n++) {
      wheel(zoomBy(n));
      await step(frames.zoom, round > 0 || n >= WARM_UP);
    }
    await rest(frames.rest);
    for (let n = 0; n < ROUND; n++) {
      hover(over(n));
      await step(frames.hover, round > 0 || n >= WARM_UP);
    }
  }
  return frames;
}
