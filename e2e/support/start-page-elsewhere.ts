import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import type { Site } from './site';

const folder = path.resolve('dist/page');
const mediaTypes: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** The built page on the origin that is a friend of a running server, with a `config.json` that names that server. */
export const startPageElsewhere = async ({ url, friend }: Site): Promise<Site> => {
  if (!friend) throw new Error('Failed to serve the page elsewhere: this site has no API of its own.');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', friend);
    if (pathname === '/config.json') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ api: url }));
      return;
    }
    const asked = path.join(folder, pathname);
    const file = statSync(asked, { throwIfNoEntry: false })?.isFile() ? asked : path.join(folder, 'index.html');
    response.setHeader('content-type', mediaTypes[path.extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(friend).port), '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `${friend}/`, stop };
};
