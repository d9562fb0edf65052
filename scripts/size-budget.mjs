// `npm run size`: how much JavaScript the first view of each route needs, gzipped, and that nobody pays for the mock without using it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './lib/project.mjs';

/**
 * KiB for the first view of each route: the entry, the app, the route's own lazy modules, and all that these import at once; `beyondShell`: and no
 * more than that beyond the entry and the app, which every route has.
 */
const budgets = [
  { route: '/panorama', modules: ['src/app/app.tsx', 'src/features/panorama/index.ts'], kib: 300 },
  { route: '/panorama/:journey', modules: ['src/app/app.tsx', 'src/features/panorama/index.ts'], kib: 300 },
  { route: '/handoffs', modules: ['src/app/app.tsx', 'src/features/handoffs/index.ts'], kib: 220 },
  { route: '/ledger', modules: ['src/app/app.tsx', 'src/features/ledger/index.ts'], kib: 226 },
  { route: '/ledger/:ticket', modules: ['src/app/app.tsx', 'src/features/ledger/ticket-route.ts'], kib: 240 },
  // Its charts are on screen from the start, so what draws them counts.
  { route: '/nps', modules: ['src/app/app.tsx', 'src/features/nps/index.ts', 'src/ui/chart/echart.tsx'], kib: 420, beyondShell: 230 },
  { route: '/nps/brief', modules: ['src/app/app.tsx', 'src/features/nps/brief.ts', 'src/ui/chart/echart.tsx'], kib: 420, beyondShell: 230 },
  { route: '/voice', modules: ['src/app/app.tsx', 'src/features/voice/index.ts'], kib: 230 },
  { route: '/data', modules: ['src/app/app.tsx', 'src/features/sources/index.ts'], kib: 210 },
];

/** What only the mock needs; none of it may be in a first view, nor anywhere in a build without the mock. */
const mockOnly = /^(server|demo|src\/mock|node_modules\/(msw|@mswjs|tldts|hono|saxes))\//;

/** @typedef {{ file: string, entry: boolean, imports: string[], modules: string[] }} Chunk see `chunkMap` in vite.config.ts */

/** @param {string} build @returns {Chunk[]} */
const chunksOf = (build) => JSON.parse(readFileSync(path.join(root, `dist/${build}.chunks.json`), 'utf8'));

const chunks = chunksOf('page');

/** @param {string} module @returns {Chunk} */
const chunkWith = (module) => {
  const found = chunks.find(({ modules }) => modules.includes(module));
  if (!found) throw new Error(`Failed to measure the page: no chunk holds ${module}. Please correct the budgets.`);
  return found;
};

/** @param {Chunk[]} start @returns {Chunk[]} the chunks and all they import statically */
const withImports = (start) => {
  const all = new Set(start);
  for (const chunk of all) for (const other of chunks) if (chunk.imports.includes(other.file)) all.add(other);
  return [...all];
};

/** @param {string} file */
const gzippedKib = (file) => gzipSync(readFileSync(path.join(root, 'dist/page', file))).length / 1024;

/** @param {string[]} modules the chunks of a first view that begins with these */
const firstView = (modules) => withImports([...chunks.filter(({ entry }) => entry), ...modules.map(chunkWith)]);

/** @param {Chunk[]} needed */
const sizeOf = (needed) => needed.reduce((sum, { file }) => sum + gzippedKib(file), 0);

const shell = sizeOf(firstView(['src/app/app.tsx']));
const problems = [];
console.log('First view            JavaScript, gzip    budget   chunks');
for (const { route, modules, kib, beyondShell = Infinity } of budgets) {
  const needed = firstView(modules);
  const size = sizeOf(needed);
  console.log(`${route.padEnd(22)}${`${size.toFixed(1)} KiB`.padStart(16)}${`${kib} KiB`.padStart(10)}${String(needed.length).padStart(9)}`);
  if (size > kib) problems.push(`${route} needs ${size.toFixed(1)} KiB, over its budget of ${kib} KiB.`);
  if (size - shell > beyondShell) problems.push(`${route} needs ${(size - shell).toFixed(1)} KiB beyond the shell, over its budget of ${beyondShell} KiB.`);
  const strays = needed.flatMap((chunk) => chunk.modules).filter((module) => mockOnly.test(module));
  if (strays.length > 0) problems.push(`${route} loads what only the mock needs: ${strays.slice(0, 5).join(', ')}.`);
}

const strays = chunksOf('page-no-mock').flatMap((chunk) => chunk.modules.filter((module) => mockOnly.test(module)));
if (strays.length > 0) problems.push(`The build without the mock holds ${strays.length} of its modules: ${strays.slice(0, 5).join(', ')}.`);

for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
