import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port';
import { DEMO_SCALE, FIXED_NOW, type Site } from './site';

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(new URL('readyz', url))).ok;
  } catch {
    return false;
  }
};

/**
 * Starts the built server on a free port with a data folder of its own and waits until it is ready.
 *
 * @throws when the server ends before it is ready, with what it printed
 */
export const startRealSite = async (data: 'demo' | 'empty'): Promise<Site> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughline-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const friend = `http://127.0.0.1:${await freePort()}`;
  const server = spawn(process.execPath, ['dist/server/main.js', '--port', String(port), '--data', folder, ...(data === 'empty' ? ['--empty'] : [])], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      THROUGHLINE_NOW: FIXED_NOW,
      THROUGHLINE_DEMO_SCALE: String(DEMO_SCALE),
      THROUGHLINE_ALLOW_ORIGIN: friend,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  server.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  server.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));

  const stop = async (): Promise<void> => {
    if (server.exitCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  while (!(await isReady(url))) {
    if (server.exitCode !== null) {
      await stop();
      throw new Error(`Failed to start the server: it ended with ${server.exitCode}.\n${printed}`);
    }
    await delay(200);
  }
  return { url, friend, stop };
};
