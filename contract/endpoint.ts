import type { z } from 'zod';
import type { ProblemCode } from './problem';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One operation of the API as data. The server binds a handler to it, the client calls through it, the browser mock runs the
 * server's handler, tests check answers against it, and openapi.json is derived from it.
 *
 * Paths are below `/api/v1`, with `:name` for parameters. `query` and `params` schemas read what stands in a URL: strings, and arrays
 * of strings where a name is repeated.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  method: Method;
  path: `/${string}`;
  /** One sentence for openapi.json. */
  summary: string;
  params?: Params;
  query?: Query;
  /** A JSON body. Endpoints that read a stream (events, files) name their media types in `accepts` instead. */
  body?: Body;
  accepts?: readonly string[];
  /** The status of success; 200 unless told. */
  status?: 200 | 201 | 202 | 204;
  /** The JSON answer. Endpoints that answer something else name its media type in `answers` instead. */
  output?: Output;
  answers?: string;
  /** What can go wrong beyond `invalid-input`, `not-found` and `internal`. */
  errors?: readonly ProblemCode[];
  /** Takes an `Idempotency-Key`: the same key with the same request answers again what it answered, and does nothing twice. */
  idempotent?: boolean;
}

/** Types an endpoint exactly as written. */
export const endpoint = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  definition: Endpoint<P, Q, B, O>,
): Endpoint<P, Q, B, O> => definition;
