import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder; scripts work from here whatever folder they are called in. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the builds are made from. Tests and tools are not among it, so that changing them builds nothing. */
const sources = ['model', 'contract', 'server', 'src', 'demo', 'sheets', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** @param {string} relative @returns {string[]} */
const filesUnder = (relative) => {
  const stats = statSync(path.join(root, relative), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [relative];
  return readdirSync(path.join(root, relative)).toSorted().flatMap((name) => filesUnder(`${relative}/${name}`));
};

/**
 * One hash over the names and contents of all sources: the same hash, the same build.
 *
 * @returns {string}
 */
export const sourceHash = () => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesUnder).filter((name) => !/\.(test|suite)\.tsx?$/.test(name))) {
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file))).update('\0');
  }
  return hash.digest('hex');
};
