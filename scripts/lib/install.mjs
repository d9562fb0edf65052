import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';
import { run } from './run.mjs';

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | undefined} */
const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** Compares npm's own record of what it installed with the lock: exact, where file times would only guess. */
const isInstalled = () => {
  const locked = packagesIn('package-lock.json') ?? {};
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!installed) return false;
  // Optional packages are mostly other platforms' binaries, which npm leaves out here.
  return Object.entries(locked).every(
    ([folder, entry]) => folder === '' || (installed[folder] ? installed[folder].version === entry.version : entry.optional === true),
  );
};

/**
 * Installs the locked packages unless they are there; says so in one line, and shows npm's output only when it fails.
 *
 * @returns {Promise<void>}
 * @throws when npm fails
 */
export const ensureInstalled = async () => {
  if (isInstalled()) return;
  console.log('Installing packages …');
  const { code, output } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { quiet: true });
  if (code !== 0) throw new Error(`Failed to install packages: npm ci ended with ${code}.\n${output}`);
};
