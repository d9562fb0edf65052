// `npm run audit:verify -- <data folder | export.ndjson>`: checks the audit's chain, and names its first broken link.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/project.mjs';

try {
  await ensureInstalled();
  await ensureBuilt(['audit-verify']);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}

await import(pathToFileURL(path.join(root, 'dist/audit-verify/audit-verify.js')).href);
