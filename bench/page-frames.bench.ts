import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build } from 'vite';
import { chromiumFlags, chromiumPath } from '#scripts/lib/chromium';
import { millis, percentile, report } from './lib/figures';
import { serveFolder } from './lib/serve-folder';

/**
 * Frame times while panning, zooming and hovering our map, against a plain React Flow page with as many custom nodes and smoothstep edges,
 * and against one with the nodes alone; and how long each takes to draw its map at first. Fresh pages in one browser, taking turns.
 *
 * `--places 200` compares at that size alone. The browser may draw as fast as it can, so that a frame's time is its cost and not the wait for a screen.
 */
const SIZES = [
  { places: 60, rounds: 6, moves: 1, atMost: 1 },
  { places: 200, rounds: 6, moves: 1, atMost: 1 },
  { places: 600, rounds: 4, moves: 1, atMost: 0.7 },
];
const PAGES = ['ours', 'plain', 'nodes'] as const;
type PageName = (typeof PAGES)[number];

/** Of first draws: how often, and at what size. */
const DRAWS = 8;
const DRAWN_PLACES = 200;

const outDir = path.resolve('dist/bench-page');

async function main(): Promise<void> {
  await build({ root: path.resolve('bench/page'), base: './', logLevel: 'warn', configFile: false, build: { outDir, emptyOutDir: true } });
  const site = await serveFolder(outDir);
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumFlags, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  console.log(`chromium ${browser.version()}, software rendering, 1600 × 1000, pages in turn; medians of the rounds`);
  const asked = process.argv.indexOf('--places');
  const only = asked < 0 ? undefined : Number(process.argv[asked + 1]);
  if (only === undefined || only === DRAWN_PLACES) await compareDraws(browser, site.url);
  for (const size of SIZES.filter(({ places }) => only === undefined || only === places)) await compareFrames(browser, site.url, size);
  await browser.close();
  site.stop();
}

type Frames = Awaited<ReturnType<Window['measureFrames']>>;
const KINDS = ['pan', 'zoom', 'hover'] as const;
const all = (frames: Frames): number[] => KINDS.flatMap((kind) => frames[kind]);
const median = (values: readonly number[]): number => percentile(values, 0.5);

async function compareFrames(browser: Browser, url: string, { places, rounds, moves, atMost }: (typeof SIZES)[number]): Promise<void> {
  const measured: Record<PageName, Frames[]> = { ours: [], plain: [], nodes: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? PAGES : PAGES.toReversed()) measured[name].push(await measureFrames(browser, `${url}?places=${places}&page=${name}`, moves));
  }
  console.log(`${places} places, ${rounds} rounds`);
  const turns = new Set(Object.values(measured).flatMap((each) => each.map(({ turn }) => turn)));
  if (turns.size !== 1) throw new Error(`Failed to compare: the pages turn at different views, ${[...turns].join(' and ')}.`);
  for (const name of PAGES) {
    const of = (pick: (frames: Frames) => number[]) => `p95 ${millis(median(measured[name].map((frames) => percentile(pick(frames), 0.95))))}`;
    const rest = millis(median(measured[name].map((frames) => Math.max(...frames.rest))));
    console.log(`${name.padEnd(6)} ${KINDS.map((kind) => `${kind} ${of((frames) => frames[kind])}`).join('  ')}  together ${of(all)}  longest at rest ${rest}`);
  }
  const ratio = (reference: PageName, pick: (frames: Frames) => number[]) =>
    median(measured.ours.map((frames, round) => percentile(pick(frames), 0.95) / percentile(pick(measured[reference][round] ?? frames), 0.95)));
  report(`${places} places: p95 frame time ÷ plain React Flow page with as many nodes and edges`, ratio('plain', all), { atMost });
  for (const kind of KINDS) report(`  … ${kind} alone`, ratio('plain', (frames) => frames[kind]), { atMost });
  report(`${places} places: p95 frame time ÷ plain React Flow page with the nodes alone`, ratio('nodes', all), { atMost });
}

async function measureFrames(browser: Browser, url: string, moves: number): Promise<Frames> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.goto(url);
  await page.evaluate(() => window.drawn);
  // A mouse lies on the map, as it does when somebody zooms.
  await page.mouse.move(800, 500);
  const frames = await page.evaluate((count) => window.measureFrames(count), moves);
  await page.close();
  return frames;
}

/** From asking React to draw until it has been painted: our structure, our whole map, and all of the plain page. */
async function compareDraws(browser: Browser, url: string): Promise<void> {
  const names = ['structure', 'ours', 'plain', 'nodes'] as const;
  const taken = new Map(names.map((name) => [name, Array<number>()]));
  for (let round = 0; round < DRAWS; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
      await page.goto(`${url}?places=${DRAWN_PLACES}&page=${name}`);
      taken.get(name)?.push(await page.evaluate(() => window.drawn));
      await page.close();
    }
  }
  const of = (name: (typeof names)[number]) => median(taken.get(name) ?? []);
  console.log(`first draw of ${DRAWN_PLACES} places, ${DRAWS} rounds: ${names.map((name) => `${name} ${millis(of(name))}`).join(', ')}`);
  report('first draw of the structure ÷ plain React Flow page drawing all', of('structure') / of('plain'), { atMost: 0.6 });
  report('first draw of the whole map ÷ plain React Flow page drawing all', of('ours') / of('plain'), { atMost: 1 });
}

await main();
