import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** A year: names of built assets carry a hash of their content. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Serves the built page: assets for ever, everything else asked again each time, and `index.html` for the page's own addresses.
 * Without a build it answers where to find one.
 */
export function servePage(folder: string): Hono {
  const page = new Hono();
  const index = path.join(folder, 'index.html');
  if (!existsSync(index)) {
    return page.get('*', (context) => context.text('The page is not built. Please run: npm run build', 404));
  }
  const html = readFileSync(index, 'utf8');
  const htmlHeaders = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': contentSecurityPolicy(html),
    'x-frame-options': 'DENY',
  };
  page.use(async (context, next) => {
    await next();
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'same-origin');
  });
  page.get('/', (context) => context.body(html, 200, htmlHeaders));
  page.get('/index.html', (context) => context.body(html, 200, htmlHeaders));
  page.use(
    serveStatic({
      root: folder,
      onFound: (file, context) => context.header('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? IMMUTABLE : 'no-cache'),
    }),
  );
  page.get('*', (context) => (isFile(context.req.path) ? context.text('There is no such file.', 404) : context.body(html, 200, htmlHeaders)));
  return page;
}

/** Files lie in `assets/` or at the top; a missing one must not be answered with HTML. Deeper addresses are the page's, and may end like a file: `/panorama/orders.csv` is a journey. */
const isFile = (address: string): boolean => address.startsWith('/assets/') || (path.extname(address) !== '' && address.lastIndexOf('/') === 0);

/** Only what is built runs; other origins may be asked for data, since `/config.json` may name one. */
function contentSecurityPolicy(html: string): string {
  const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...inline].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' http: https:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
