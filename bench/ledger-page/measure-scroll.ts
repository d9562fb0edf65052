/** Pixels in a frame: three rows, a fast wheel. */
const STEP = 120;
const WARM_UP = 40;
const FRAMES = 400;

/** Pixels of a look ahead, and how long (ms) it takes until what is there has come. */
const LOOK = 2_000;
const COMES = 150;

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Scrolls down through the list and up again, by the same step in every frame. Before that it looks at all of it in leisure, so that what is
 * measured are rows and not the wait for them.
 *
 * @returns the time from each frame to the next, in milliseconds, without the warm-up; and where the list stood half way, with what it
 * showed there
 */
export async function measureScroll(): Promise<{ frames: number[]; turn: number; shown: string }> {
  const scroller = document.querySelector('[data-list]') ?? document.querySelector('[role=grid]');
  if (!scroller) throw new Error('Failed to measure: the page has no list.');
  for (let top = 0; top < STEP * (WARM_UP + FRAMES) + LOOK; top += LOOK) {
    scroller.scrollTop = top;
    await new Promise((resolve) => setTimeout(resolve, COMES));
  }
  scroller.scrollTop = 0;
  await new Promise((resolve) => setTimeout(resolve, 2 * COMES));
  const frames: number[] = [];
  let turn = 0;
  let shown = '';
  let before = await nextFrame();
  for (let n = 0; n < WARM_UP + 2 * FRAMES; n++) {
    scroller.scrollTop += n < WARM_UP + FRAMES ? STEP : -STEP;
    const now = await nextFrame();
    if (n >= WARM_UP) frames.push(now - before);
    before = now;
    if (n === WARM_UP + FRAMES - 1) {
      turn = scroller.scrollTop;
      shown = scroller.textContent ?? '';
      before = await nextFrame();
    }
  }
  return { frames, turn, shown };
}
