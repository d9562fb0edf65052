import { API_BASE, type Endpoint } from '#contract';
import type { Hono } from 'hono';
import type { OnFault } from '../services/on-fault';
import { ProblemError, problemResponse } from './problem-error';

/** Answers as problems what no handler answers: unknown addresses, other methods, and failures. To be called after all are bound. */
export function addFallbacks(app: Hono, endpoints: readonly Endpoint[], onFault: OnFault): void {
  for (const path of new Set(endpoints.map((one) => one.path))) {
    const methods = endpoints.filter((one) => one.path === path).map(({ method }) => method).join(', ');
    app.all(`${API_BASE}${path}`, ({ req }) =>
      problemResponse(new ProblemError('method-not-allowed', `${req.method} is not possible here; ${methods} is.`), { allow: methods }),
    );
  }
  app.notFound(({ req }) => problemResponse(new ProblemError('not-found', `There is nothing at ${req.path}.`)));
  app.onError((error, { req }) => {
    if (error instanceof ProblemError) return problemResponse(error);
    onFault(`Failed to answer ${req.method} ${req.path}`, error);
    return problemResponse(new ProblemError('internal', 'The server failed to answer. Its log says why.'));
  });
}
