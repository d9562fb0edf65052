import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, sourceHash } from './project.mjs';
import { tool } from './run.mjs';

/** The builds by name, as arguments of vite; `vite.config.ts` says what each is for. */
const builds = {
  page: ['build'],
  server: ['build', '--ssr', 'server/main.ts'],
  'audit-verify': ['build', '--ssr', 'server/audit-verify.ts', '--outDir', 'dist/audit-verify'],
  demo: ['build', '--mode', 'demo'],
  'page-no-mock': ['build', '--mode', 'no-mock'],
};

/** @typedef {keyof typeof builds} Build */

/** @param {Build} name */
const stampOf = (name) => path.join(root, `dist/${name}.stamp`);

/** @param {Build} name */
const stampedHash = (name) => {
  try {
    return readFileSync(stampOf(name), 'utf8');
  } catch {
    return undefined;
  }
};

/**
 * Builds into `dist/<name>`, several at a time, and stamps each with the hash of the sources it was made from.
 *
 * @param {Build[]} names
 * @param {{ force?: boolean }} [options] without `force`, what is stamped with the present sources is left as it is
 * @throws when a build fails, with vite's output
 */
export const ensureBuilt = async (names, { force = false } = {}) => {
  const hash = sourceHash();
  const stale = names.filter((name) => force || stampedHash(name) !== hash);
  if (stale.length === 0) return;
  console.log(`Building ${stale.join(' and ')} …`);
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  await Promise.all(
    stale.map(async (name) => {
      rmSync(stampOf(name), { force: true });
      const { code, output } = await tool('vite', [...builds[name], '--logLevel', 'warn'], { quiet: true });
      if (code !== 0) throw new Error(`Failed to build ${name}: vite ended with ${code}.\n${output}`);
      if (output.trim()) console.log(output.trim());
      writeFileSync(stampOf(name), hash);
    }),
  );
};
