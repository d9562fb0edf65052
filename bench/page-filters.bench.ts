import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { addDays } from '#model';
import { ensureBuilt } from '#scripts/lib/build';
import { chromiumFlags, chromiumPath } from '#scripts/lib/chromium';
import { millis, percentile, report } from './lib/figures';
import { startServer } from './lib/started-server';

/**
 * The filter of the overview, changed two hundred times: from the answer of the API to its numbers on the map, painted, and what the heap
 * has grown by. Every range is asked for the first time. Goals: under 100 ms, and no growth.
 */
const PORT = 4492;
const CHANGES = 200;
/** Before these nothing is measured: code and caches are not yet as they stay. */
const WARM_UP = 30;
/** What may lie between two heaps of the same page (bytes). */
const NOISE = 1.5 * 2 ** 20;

async function main(): Promise<void> {
  await ensureBuilt(['page', 'server']);
  const server = await startServer(PORT);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags, '--enable-precise-memory-info'] });
  const { page, session } = await openMap(browser, server.url);
  const today = await page.evaluate(async () => ((await (await fetch('/api/v1/status')).json()) as { today: string }).today);
  for (let change = 0; change < WARM_UP; change++) await measureChange(page, rangeOf(today, change));
  const before = await heapOf(session);
  const taken: number[] = [];
  for (let change = WARM_UP; change < WARM_UP + CHANGES; change++) taken.push(await measureChange(page, rangeOf(today, change)));
  const after = await heapOf(session);
  const version = browser.version();
  await browser.close();
  await server.stop();

  const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(2)} MiB`;
  console.log(`chromium ${version}, software rendering, 1600 × 1000, demo insurer, ${CHANGES} changes of the range, each asked for the first time`);
  console.log(`answer to numbers: median ${millis(percentile(taken, 0.5))}, p95 ${millis(percentile(taken, 0.95))}, longest ${millis(Math.max(...taken))}`);
  console.log(`heap after the collector: ${mib(before)} before, ${mib(after)} after`);
  report('p95 from the answer to its numbers on the map', percentile(taken, 0.95), { atMost: 100 }, ' ms');
  report('growth of the heap', Math.max(0, after - before - NOISE) / 2 ** 20, { atMost: 0 }, ` MiB beyond ${mib(NOISE)}`);
}

/** No two alike: ranges of 5 to 24 days that end on one of 12, lengths mixed, so that what is kept is as large at the end as at the start. */
const rangeOf = (today: string, change: number): { from: string; to: string } => {
  const to = addDays(today, -(change % 12));
  return { from: addDays(to, -4 - ((7 * Math.floor(change / 12) + 3 * (change % 12)) % 20)), to };
};

async function openMap(browser: Browser, url: string): Promise<{ page: Page; session: CDPSession }> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });
  await page.goto(`${url}/panorama`);
  await page.locator('button[data-id="identity~wechat"]').waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  return { page, session };
}

/** Goes to another range, as a filter does. @returns milliseconds from the end of the answer until its numbers were painted */
const measureChange = (page: Page, range: { from: string; to: string }): Promise<number> =>
  page.evaluate(async ({ from, to }) => {
    const texts = () => [...document.querySelectorAll('button[data-id]')].map((card) => card.textContent).join();
    const before = texts();
    const canvas = document.querySelector('.react-flow__viewport-portal') ?? document.body;
    const changed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (texts() === before) return;
        observer.disconnect();
        // What is drawn in the next frame has been painted in the task after it.
        requestAnimationFrame(() => setTimeout(resolve));
      });
      observer.observe(canvas, { subtree: true, childList: true, characterData: true });
    });
    performance.clearResourceTimings();
    history.pushState({}, '', `/panorama?from=${from}&to=${to}`);
    await changed;
    const painted = performance.now();
    const answers = performance.getEntriesByType('resource').filter((entry): entry is PerformanceResourceTiming => entry.name.includes('/panorama?') && entry.name.includes(from));
    const ended = answers.at(-1)?.responseEnd;
    if (!ended) throw new Error(`Failed to measure: the map did not ask for ${from} to ${to}.`);
    return painted - ended;
  }, range);

/** What is in use once the collector has run (bytes). */
async function heapOf(session: CDPSession): Promise<number> {
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

await main();
