import { ACTING_AS } from '#contract';
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { ProblemError, problemResponse } from './problem-error';

/** Lets pages of these origins use the API (CORS); without any, only the page that the server itself serves. */
export function crossOrigin(allowed: readonly string[]): MiddlewareHandler {
  const told = cors({
    origin: (origin) => (allowed.includes(origin) ? origin : null),
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['content-type', 'content-encoding', 'if-match', 'if-none-match', 'idempotency-key', 'last-event-id', ACTING_AS],
    exposeHeaders: ['retry-after', 'etag', 'location', 'content-disposition'],
    maxAge: 600,
  });
  return async (context, next) => {
    const origin = context.req.header('origin');
    if (context.req.method === 'OPTIONS' || (origin !== undefined && allowed.includes(origin))) return told(context, next);
    await next();
    // Nothing but this: Hono's own turns each answer into a stream, which takes longer than all of a short answer.
    context.res.headers.append('vary', 'Origin');
  };
}

/** Refuses writes that a page of another origin sends: a browser names the origin, and there is no sign-in to stop them. */
export const sameOriginWrites =
  (allowed: readonly string[]): MiddlewareHandler =>
  async (context, next) => {
    const origin = context.req.header('origin');
    const reads = ['GET', 'HEAD', 'OPTIONS'].includes(context.req.method);
    if (reads || origin === undefined || allowed.includes(origin) || isOwn(origin, context.req.raw)) return next();
    return problemResponse(new ProblemError('origin-not-allowed', `Pages of ${origin} are not allowed to change anything. THROUGHLINE_ALLOW_ORIGIN names those that are.`));
  };

function isOwn(origin: string, request: Request): boolean {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** What a browser must not do with an answer of the API. */
export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.res.headers.set('x-content-type-options', 'nosniff');
  context.res.headers.set('referrer-policy', 'no-referrer');
  context.res.headers.set('cross-origin-resource-policy', context.res.headers.has('access-control-allow-origin') ? 'cross-origin' : 'same-origin');
};
