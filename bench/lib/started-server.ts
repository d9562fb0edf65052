import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface StartedServer {
  url: string;
  stop: () => Promise<void>;
}

/**
 * Starts the built server on a port, filled with the demo insurer, in a process of its own, and waits until it is ready.
 *
 * @param options `data`: its folder, which stays; without it one of its own, which is removed when it stops
 * @throws when it ends before it is ready, with what it printed
 */
export async function startServer(port: number, { data, env = {} }: { data?: string; env?: Record<string, string> } = {}): Promise<StartedServer> {
  const folder = data ?? mkdtempSync(path.join(os.tmpdir(), 'throughline-bench-'));
  const server = spawn(process.execPath, ['dist/server/main.js', '--port', String(port), '--data', folder], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const stop = async () => {
    if (server.exitCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    }
    if (data === undefined) rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (server.exitCode !== null) {
      await stop();
      throw new Error(`Failed to start the server: it ended with ${server.exitCode}.\n${printed}`);
    }
    await delay(200);
  }
  return { url, stop };
}

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
};
