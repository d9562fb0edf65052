import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';

/**
 * @typedef {{ code: number, output: string, seconds: number }} Ran
 *   How a command ended; `output` is empty when it was shown as it came.
 */

/**
 * Runs a command in the project's root and waits for its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] `quiet` keeps the output for the caller instead of showing it.
 * @returns {Promise<Ran>}
 */
export const run = (command, args, { quiet = false, env = {} } = {}) => {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const end = (/** @type {number} */ code) => resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
};

/**
 * Runs a tool from `node_modules` with this very Node, without a shell or npx in between.
 *
 * @param {string} name the package whose first `bin` is the tool
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const tool = (name, args, options) => {
  const folder = path.join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : Object.values(bin)[0];
  return run(process.execPath, [path.join(folder, file), ...args], options);
};
