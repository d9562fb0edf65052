// `npm run bench [-- name … --flag …]`: bundles bench/*.bench.ts and runs each in a process of its own, after saying on what. Flags, such
// as `--events 1000000`, are handed to the benches.
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/project.mjs';
import { run } from './lib/run.mjs';

await ensureInstalled();

const asked = process.argv.slice(2);
const firstFlag = asked.findIndex((part) => part.startsWith('--'));
const wanted = firstFlag < 0 ? asked : asked.slice(0, firstFlag);
const flags = firstFlag < 0 ? [] : asked.slice(firstFlag);
const benches = readdirSync(path.join(root, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
if (benches.length === 0) {
  console.error(`No bench/*.bench.ts is named like ${wanted.join(' or ') || 'that'}.`);
  process.exit(1);
}

const versionOf = (/** @type {string} */ name) => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return `${name} ${version}`;
};
const gib = (/** @type {number} */ bytes) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
console.log(`machine   ${os.availableParallelism()} × ${os.cpus()[0]?.model ?? 'unknown'}, ${gib(os.totalmem())}, ${os.type()} ${os.release()}`);
console.log(`node      ${process.version}`);
console.log(`packages  ${Object.keys(dependencies).map(versionOf).join(', ')}\n`);

const { build } = await import('vite');
const outDir = path.join(root, 'dist/bench');
const input = Object.fromEntries(benches.map((name) => [name, path.join(root, 'bench', `${name}.ts`)]));
// Flat, because what they share finds the project from where it lies.
const output = { chunkFileNames: '[name]-[hash].js' };
await build({ root, logLevel: 'warn', build: { ssr: true, outDir, rolldownOptions: { input, output } } });

let failed = 0;
for (const name of benches) {
  console.log(`── ${name}`);
  const { code } = await run(process.execPath, ['--expose-gc', '--enable-source-maps', path.join(outDir, `${name}.js`), ...flags]);
  if (code !== 0) failed += 1;
}
process.exit(failed > 0 ? 1 : 0);
