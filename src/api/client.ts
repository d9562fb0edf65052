import { ACTING_AS, problem, type Endpoint } from '#contract';
import type { z } from 'zod';
import { ApiError, problemCode } from './api-error';
import { actAs, connection } from './connection';
import { requestUrl, type QueryInput } from './request-url';

/** A part of a request that must be given exactly if the endpoint has a schema for it (`unknown` is what an absent schema infers). */
type Part<Name extends string, Schema extends z.ZodType> = unknown extends z.input<Schema>
  ? { [name in Name]?: undefined }
  : Record<string, never> extends z.input<Schema>
    ? { [name in Name]?: z.input<Schema> }
    : { [name in Name]: z.input<Schema> };

/** What a call needs: as the endpoint's schemas read it, and a signal to give up. */
export type Request<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B> &
  WriteHeaders & { signal?: AbortSignal };

/** What a write says beside its body. */
interface WriteHeaders {
  /** If-Match: the version that is changed; another one there is refused as `version-stale`. */
  version?: number | undefined;
  /** Idempotency-Key: asked twice with the same, it is done once. */
  key?: string | undefined;
}

/** A key for a write that nobody has asked for yet. `randomUUID` is only there over https. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** An endpoint with a JSON answer. */
type Answering<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType> = Endpoint<P, Q, B, O> & {
  output?: O;
};

/**
 * Asks the API and reads the answer as the contract promises it.
 *
 * @throws ApiError for a problem, no answer, or an answer that is not what the contract promises
 * @example const { nodes } = await call(getPanorama, { query: { level: 'overview' }, signal });
 */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  endpoint: Answering<P, Q, B, O>,
  request: Request<P, Q, B>,
): Promise<z.output<O>> {
  const operation = `${endpoint.method} ${endpoint.path}`;
  const response = await send(endpoint, request);
  return parseAnswer(endpoint, operation, response.status, await textOf(response, operation));
}

/** Asks for an answer that is not JSON, such as a download. @throws ApiError */
export async function callForBlob<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, O>,
  request: Request<P, Q, B>,
): Promise<Blob> {
  return (await send(endpoint, request)).blob();
}

/** The address of an operation and the headers every request carries, once there is a connection. */
export async function addressOf(
  endpoint: Pick<Endpoint, 'path'>,
  request: { params?: unknown; query?: unknown } = {},
): Promise<{ url: string; headers: Record<string, string> }> {
  const { base, actingAs } = await connection();
  // The endpoint's own schemas have typed both as records of strings.
  const url = requestUrl(base, endpoint.path, request.params as Record<string, string>, request.query as QueryInput);
  return { url, headers: actingAs === undefined ? {} : { [ACTING_AS]: encodeURIComponent(actingAs) } };
}

/** Reads the text of an answer by the endpoint's schema, or the problem it tells. @throws ApiError */
export function parseAnswer<O extends z.ZodType>(endpoint: { output?: O }, operation: string, status: number, text: string): z.output<O> {
  const value = status === 204 ? undefined : jsonOf(text, operation, status);
  if (status >= 400) throw problemError(value, operation, status);
  if (!endpoint.output) throw new Error(`${operation} does not answer JSON.`);
  const parsed = endpoint.output.safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 3).map(({ path, message }) => `/${path.map(String).join('/')} ${message}`);
    throw new ApiError({ kind: 'malformed', status, issues }, operation, { cause: parsed.error });
  }
  return parsed.data;
}

async function send(
  endpoint: Pick<Endpoint, 'method' | 'path'>,
  request: { params?: unknown; query?: unknown; body?: unknown; signal?: AbortSignal } & WriteHeaders,
): Promise<Response> {
  const operation = `${endpoint.method} ${endpoint.path}`;
  const { url, headers } = await addressOf(endpoint, request);
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  if (request.version !== undefined) headers['if-match'] = `"${request.version}"`;
  if (request.key !== undefined) headers['idempotency-key'] = request.key;
  let response: Response;
  try {
    response = await fetch(url, {
      method: endpoint.method,
      headers,
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      signal: request.signal,
    });
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new ApiError({ kind: 'network' }, operation, { cause });
  }
  if (response.ok) return response;
  const error = problemError(jsonOf(await textOf(response, operation), operation, response.status), operation, response.status);
  if (headers[ACTING_AS] === undefined || error.failure.kind !== 'problem' || error.failure.code !== 'unknown-person') throw error;
  // Whom this page remembers is gone with the demo, or was of other data: whoever the server thinks acts from now on.
  actAs(undefined);
  return send(endpoint, request);
}

const textOf = async (response: Response, operation: string): Promise<string> => {
  try {
    return await response.text();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError({ kind: 'network' }, operation, { cause });
  }
};

const jsonOf = (text: string, operation: string, status: number): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    // A gateway that answers for a server that is away speaks HTML.
    if (status >= 500) throw new ApiError({ kind: 'network' }, operation, { cause });
    throw new ApiError({ kind: 'malformed', status, issues: ['not JSON'] }, operation, { cause });
  }
};

const problemError = (value: unknown, operation: string, status: number): ApiError => {
  const parsed = problem.safeParse(value);
  return parsed.success
    ? new ApiError({ kind: 'problem', problem: parsed.data, code: problemCode(parsed.data) }, operation)
    : new ApiError({ kind: 'malformed', status, issues: ['not a problem in the sense of RFC 9457'] }, operation);
};
