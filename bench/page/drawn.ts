/** What a page is waited for, as selectors, and how many there will be of each. */
export type Awaited = readonly (readonly [selector: string, count: number])[];

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** When all of it is there and has been painted, on `performance.now()`. */
export async function drawn(awaited: Awaited): Promise<number> {
  while (!awaited.every(([selector, count]) => document.querySelectorAll(selector).length >= count)) await nextFrame();
  await nextFrame();
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now();
}
