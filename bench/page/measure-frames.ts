const WARM_UP = 12;
const ROUND = 48;

/** A circle to the right end of the map and back. Its edge keeps the map from following up and down, but in every frame it moves. */
const pan = (n: number) => ({ x: 800 - 240 * (1 - Math.cos((2 * Math.PI * n) / ROUND)), y: 500 - 90 * Math.sin((2 * Math.PI * n) / ROUND) });
/** Out for a quarter of a round, in for a half, and back. */
const zoomBy = (n: number) => (n % ROUND < ROUND / 4 || n % ROUND >= (3 * ROUND) / 4 ? 25 : -25);

/** So long (ms) after the last move everything is drawn as it stays. */
const SETTLED = 600;

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Moves the map by one step in every frame, a round of dragging, then one of zooming, `rounds` times, with the events a mouse would send.
 *
 * @returns the time from each frame to the next, in milliseconds, without the warm-up; `rest` are those after the last move, and `turn`
 * is the view half way through the first round of dragging
 */
export async function measureFrames(rounds: number): Promise<{ pan: number[]; zoom: number[]; rest: number[]; turn: string }> {
  const pane = document.querySelector('.react-flow__pane');
  const viewport = document.querySelector<HTMLElement>('.react-flow__viewport');
  if (!pane || !viewport) throw new Error('Failed to measure: the page has no map.');
  const mouse = (type: string, to: EventTarget, { x, y }: { x: number; y: number }) =>
    to.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, buttons: 1, clientX: x, clientY: y }));
  const wheel = (deltaY: number) =>
    pane.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, view: window, clientX: 800, clientY: 500, deltaY }));
  const frames = { pan: Array<number>(), zoom: Array<number>(), rest: Array<number>(), turn: '' };
  let before = await nextFrame();
  const step = async (into: number[], counts: boolean) => {
    const now = await nextFrame();
    if (counts) into.push(now - before);
    before = now;
  };
  for (let round = 0; round < rounds; round++) {
    mouse('mousedown', pane, pan(0));
    for (let n = 1; n <= ROUND; n++) {
      mouse('mousemove', window, pan(n));
      await step(frames.pan, round > 0 || n > WARM_UP);
      if (round === 0 && n === ROUND / 2) frames.turn = viewport.style.transform;
    }
    mouse('mouseup', window, pan(ROUND));
    for (let n = 0; n < ROUND; n++) {
      wheel(zoomBy(n));
      await step(frames.zoom, round > 0 || n >= WARM_UP);
    }
  }
  for (const until = before + SETTLED; before < until; ) await step(frames.rest, true);
  return frames;
}
