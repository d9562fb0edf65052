// `npm run build`: the page and the server; with names (`page`, `server`, `demo`, `page-no-mock`), those.
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';

const names = /** @type {import('./lib/build.mjs').Build[]} */ (process.argv.slice(2));

try {
  await ensureInstalled();
  await ensureBuilt(names.length > 0 ? names : ['page', 'server'], { force: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
