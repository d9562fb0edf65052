import type { Hono } from 'hono';
import type { Services } from '../services/services';

/** What lives at the root and is no part of the contract: health for whoever runs it, and where the page finds its API. */
export function bindSite(app: Hono, { ports: { config }, revisions, metrics }: Services): void {
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', (context) => context.text('ready'));
  app.get('/metrics', () => new Response(metrics.text(revisions.current()), { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } }));
  app.get('/config.json', (context) => context.json({ api: config.pageApi }, 200, { 'cache-control': 'no-cache' }));
}
