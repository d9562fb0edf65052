import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port';
import { demoScale, FIXED_NOW, type Site, type SiteData } from './site';

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
export const startRealSite = async (data: SiteData): Promise<Site> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughline-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const friend = `http://127.0.0.1:${await freePort()}`;
  let running = await startServer({ folder, port, friend, url, data, now: FIXED_NOW });
  return {
    url,
    friend,
    restart: async (now) => {
      await end(running);
      running = await startServer({ folder, port, friend, url, data, now });
    },
    stop: async () => {
      await end(running);
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const end = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
};

interface Start {
  folder: string;
  port: number;
  url: string;
  friend: string;
  data: SiteData;
  now: string;
}

async function startServer({ folder, port, url, friend, data, now }: Start): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['dist/server/main.js', '--port', String(port), '--data', folder, ...(data === 'empty' ? ['--empty'] : [])], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      THROUGHLINE_NOW: now,
      ...(data !== 'empty' && { THROUGHLINE_DEMO_SCALE: String(demoScale[data]) }),
      THROUGHLINE_ALLOW_ORIGIN: friend,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  server.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  server.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  while (!(await isReady(url))) {
    if (server.exitCode !== null) {
      await rm(folder, { recursive: true, force: true });
      throw new Error(`Failed to start the server: it ended with ${server.exitCode}.\n${printed}`);
    }
    await delay(200);
  }
  return server;
}
