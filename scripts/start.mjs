// `npm start`: installs and builds what is missing, then becomes the server.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/project.mjs';

if (process.argv.includes('--help')) {
  process.stdout.write(readFileSync(path.join(root, 'server/usage.txt'), 'utf8'));
  process.exit(0);
}

try {
  await ensureInstalled();
  await ensureBuilt(['page', 'server']);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// In this process, not a child: flags, signals, terminal and exit code are the server's own without being passed on.
process.env.NODE_ENV ??= 'production';
await import(pathToFileURL(path.join(root, 'dist/server/main.js')).href);
