import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build } from 'vite';
import { chromiumFlags, chromiumPath } from '#scripts/lib/chromium';
import { millis, percentile, report } from './lib/figures';
import { serveFolder } from './lib/serve-folder';

/**
 * Frame times while panning and zooming our map at 200 places, against a plain React Flow page with as many custom nodes and edges, and
 * against one with the nodes alone. Fresh pages in one browser, taking turns. Goal: our p95 not above that of the plain page.
 *
 * The browser may draw as fast as it can, so that a frame's time is its cost and not the wait for a screen.
 */
const ROUNDS = 8;
const MOVES = 3;
const PAGES = { ours: '?page=ours', plain: '?page=plain', nodes: '?page=plain&edges=none' };
type PageName = keyof typeof PAGES;

const outDir = path.resolve('dist/bench-page');

async function main(): Promise<void> {
  await build({ root: path.resolve('bench/page'), base: './', logLevel: 'warn', configFile: false, build: { outDir, emptyOutDir: true } });
  const site = await serveFolder(outDir);
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumFlags, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  const measured: Record<PageName, Frames[]> = { ours: [], plain: [], nodes: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const order: PageName[] = round % 2 === 0 ? ['ours', 'plain', 'nodes'] : ['nodes', 'plain', 'ours'];
    for (const name of order) measured[name].push(await measure(browser, site.url + PAGES[name]));
  }
  const version = browser.version();
  await browser.close();
  site.stop();

  console.log(`chromium ${version}, software rendering, 1600 × 1000, 200 places, ${ROUNDS} rounds in turn; medians of the rounds`);
  for (const name of Object.keys(PAGES) as PageName[]) {
    const of = (q: number, pick: (frames: Frames) => number[]) => millis(median(measured[name].map((frames) => percentile(pick(frames), q))));
    const rest = millis(median(measured[name].map((frames) => Math.max(...frames.rest))));
    const parts = [`pan p50 ${of(0.5, ({ pan }) => pan)}`, `p95 ${of(0.95, ({ pan }) => pan)}`, `zoom p50 ${of(0.5, ({ zoom }) => zoom)}`, `p95 ${of(0.95, ({ zoom }) => zoom)}`];
    console.log(`${name.padEnd(6)} ${parts.join('  ')}  together p95 ${of(0.95, all)}  longest after the last move ${rest}`);
  }
  const ratio = (reference: PageName) =>
    median(measured.ours.map((frames, round) => percentile(all(frames), 0.95) / percentile(all(measured[reference][round] ?? frames), 0.95)));
  report('p95 frame time ÷ plain React Flow page with as many nodes and edges', ratio('plain'), { atMost: 1 });
  report('p95 frame time ÷ plain React Flow page with the nodes alone', ratio('nodes'), { atMost: 1 });
}

interface Frames {
  pan: number[];
  zoom: number[];
  rest: number[];
  turn: string;
}

const all = ({ pan, zoom }: Frames): number[] => [...pan, ...zoom];
const median = (values: readonly number[]): number => percentile(values, 0.5);

async function measure(browser: Browser, url: string): Promise<Frames> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.goto(url);
  await page.locator('.react-flow__node').nth(199).waitFor();
  // A mouse lies on the map, as it does when somebody zooms.
  await page.mouse.move(800, 500);
  const frames = await page.evaluate((rounds) => window.measureFrames(rounds), MOVES);
  // Moved alike, and held by the same edge of the map.
  if (frames.turn !== 'translate(-480px, 54.4px) scale(0.8)') throw new Error(`Failed to compare: ${url} turns at another view, ${frames.turn}.`);
  await page.close();
  return frames;
}

await main();
