import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build } from 'vite';
import { chromiumFlags, chromiumPath } from '#scripts/lib/chromium';
import { millis, percentile, report } from './lib/figures';
import { serveFolder } from './lib/serve-folder';

/**
 * Frame times while scrolling through the ledger with 20,000 tickets, against TanStack Virtual's own list with as many rows of one text
 * each, and against that list with thirteen plain texts a row. Fresh pages in one browser, taking turns. Goal: our p95 not above that of
 * the bare list.
 *
 * The browser may draw as fast as it can, so that a frame's time is its cost and not the wait for a screen.
 */
const ROUNDS = 6;
const PAGES = ['ours', 'bare', 'cells'] as const;
type PageName = (typeof PAGES)[number];

const outDir = path.resolve('dist/bench-ledger');

async function main(): Promise<void> {
  await build({ root: path.resolve('bench/ledger-page'), base: './', logLevel: 'warn', configFile: false, build: { outDir, emptyOutDir: true } });
  const site = await serveFolder(outDir);
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumFlags, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  const height = await heightOfOurs(browser, site.url);
  const measured: Record<PageName, number[][]> = { ours: [], bare: [], cells: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of round % 2 === 0 ? PAGES : PAGES.toReversed()) measured[name].push(await measure(browser, `${site.url}?page=${name}&height=${height}`));
  }
  const version = browser.version();
  await browser.close();
  site.stop();

  console.log(`chromium ${version}, software rendering, 1600 × 1000, 20,000 rows, ${ROUNDS} rounds in turn; medians of the rounds`);
  for (const name of PAGES) {
    const of = (q: number) => millis(median(measured[name].map((frames) => percentile(frames, q))));
    console.log(`${name.padEnd(6)} p50 ${of(0.5)}  p95 ${of(0.95)}  p99 ${of(0.99)}`);
  }
  const ratio = (reference: PageName) => median(measured.ours.map((frames, round) => percentile(frames, 0.95) / percentile(measured[reference][round] ?? frames, 0.95)));
  report("p95 frame time while scrolling ÷ TanStack Virtual's bare list of one text a row", ratio('bare'), { atMost: 1 });
  report("p95 frame time while scrolling ÷ TanStack Virtual's list of thirteen texts a row", ratio('cells'), { atMost: 1 });
}

/** How high the part of our table is that scrolls. */
async function heightOfOurs(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(`${url}?page=ours`);
  const grid = page.getByRole('grid');
  const { height } = (await grid.boundingBox()) ?? { height: 0 };
  const head = (await grid.getByRole('rowgroup').first().boundingBox())?.height ?? 0;
  await page.close();
  return height - head;
}

const VIEWPORT = { width: 1600, height: 1000 };
const median = (values: readonly number[]): number => percentile(values, 0.5);

async function measure(browser: Browser, url: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  page.on('pageerror', (error) => console.error(error));
  await page.goto(url);
  await page.getByText(url.includes('page=bare') ? 'Row 3' : 'ZG-00003', { exact: true }).waitFor();
  await page.mouse.move(800, 500);
  const { frames, turn, shown } = await page.evaluate(() => window.measureScroll());
  // What was scrolled to was there: not blanks that cost nothing.
  const row = Math.ceil(turn / 40) + 3;
  const text = url.includes('page=bare') ? `Row ${row}` : `ZG-${String(row).padStart(5, '0')}`;
  if (!shown.includes(text)) throw new Error(`Failed to measure: ${url} does not show ${text} at ${turn} pixels.`);
  await page.close();
  return frames;
}

await main();
