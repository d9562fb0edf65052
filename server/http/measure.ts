import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Metrics } from '../services/metrics';

/** Counts every answer by its route, not its address, so that there are as many counters as routes. */
export const measure =
  (metrics: Metrics): MiddlewareHandler =>
  async (context, next) => {
    const start = performance.now();
    await next();
    const route = context.res.status === 404 ? 'none' : routePath(context, -1);
    metrics.answered(route, context.req.method, context.res.status, (performance.now() - start) / 1000);
  };
