// `npm run dev`: the page with hot reload, and the server rebuilt and restarted at each change. Flags go to the server.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/project.mjs';

await ensureInstalled();
const { build, createServer } = await import('vite');

const apiPort = process.env.PORT ?? '4070';
process.env.THROUGHLINE_API ??= `http://127.0.0.1:${apiPort}`;

/** @type {import('node:child_process').ChildProcess | undefined} */
let server;

/** Stops the server, waits until it has let go of its data folder, and starts the new one. */
const restart = async () => {
  const old = server;
  if (old && old.exitCode === null) {
    const ended = new Promise((resolve) => old.once('exit', resolve));
    old.kill('SIGTERM');
    await ended;
  }
  const flags = ['--port', apiPort, ...process.argv.slice(2)];
  server = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist/dev-server/main.js'), ...flags], { cwd: root, stdio: 'inherit' });
};

const outDir = path.join(root, 'dist/dev-server');
const watcher = await build({ root, logLevel: 'warn', build: { ssr: 'server/main.ts', outDir, watch: {} } });
let restarting = Promise.resolve();
if ('on' in watcher) {
  watcher.on('event', (event) => {
    if (event.code === 'END') restarting = restarting.then(restart);
    if (event.code === 'ERROR') console.error(event.error.message);
  });
}

const page = await createServer({ root });
await page.listen();
page.printUrls();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, async () => {
    server?.kill(signal);
    await page.close();
    process.exit(0);
  });
}
