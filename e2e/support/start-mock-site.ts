import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { demoScale, FIXED_NOW, type Site, type SiteData } from './site';
import { freePort } from './free-port';

const folder = path.resolve('dist/demo');

/** As any static file server would have it: a sub-folder, so that a path from the root shows up as a mistake. */
const base = '/some/folder/';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/**
 * Serves the static demo site from a sub-folder, with files alone: no route, no fallback, no API.
 */
export const startMockSite = async (data: SiteData): Promise<Site> => {
  const config = JSON.stringify({ api: 'mock', demo: { now: FIXED_NOW, scale: demoScale[data] } });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.startsWith(base) ? pathname.slice(base.length) || 'index.html' : '';
    const file = path.join(folder, name);
    if (name === 'config.json') {
      response.setHeader('content-type', 'application/json').end(config);
    } else if (name && file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.setHeader('content-type', mediaTypes[path.extname(file)] ?? 'application/octet-stream');
      createReadStream(file).pipe(response);
    } else {
      response.writeHead(404).end();
    }
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}${base}`, stop };
};
