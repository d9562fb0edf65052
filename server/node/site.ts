import { Hono } from 'hono';
import type { App } from '../app';
import { ProblemError, problemResponse } from '../http/problem-error';
import { compressStreams, compressWhole } from './compress';

/** Everything on the one port: the API and its neighbours, the page, and what is said while neither is there yet. */
export interface Site {
  fetch: (request: Request) => Response | Promise<Response>;
  /** Hands requests over from now on. */
  open(app: App): void;
}

const OF_THE_API = ['/api', '/api/*', '/healthz', '/readyz', '/metrics', '/config.json'];

export function createSite(page: Hono): Site {
  let app: App | undefined;
  const site = new Hono();
  site.use(compressStreams, compressWhole);
  site.use(async (context, next) => {
    if (!isLoopbackName(context.req.header('host'))) {
      return problemResponse(new ProblemError('origin-not-allowed', 'This server answers only under a name of this computer, such as localhost.'));
    }
    if (app) return next();
    if (context.req.path === '/healthz') return context.text('ok');
    return problemResponse(new ProblemError('unavailable', 'The server is starting. Please try again in a moment.'), { 'retry-after': '1' });
  });
  for (const path of OF_THE_API) site.all(path, ({ req }) => app?.fetch(req.raw) ?? new Response(null, { status: 503 }));
  site.route('/', page);
  return {
    fetch: (request) => site.fetch(request),
    open: (opened) => void (app = opened),
  };
}

/** A page elsewhere can point a name of its own at this computer (DNS rebinding); its requests then carry that name. */
function isLoopbackName(host: string | undefined): boolean {
  const name = host?.replace(/:\d+$/, '').toLowerCase();
  return name === undefined || name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}
