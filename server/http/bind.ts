import { API_BASE, type Endpoint, type Reading } from '#contract';
import type { Instant, Person } from '#model';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Access } from '../ports';
import { accessOf, actingPerson } from '../services/acting';
import type { Services } from '../services/services';
import { checkAnswer } from './check-answer';
import { etagOf, matchesEtag } from './etag';
import { bodyErrors, urlErrors } from './input-errors';
import { ProblemError } from './problem-error';
import { readBody, requireMediaType } from './read-body';
import { queryValues, refuseUnknownNames } from './read-query';
import { wholeResponse } from './whole-body';

/** What a handler gets: the request as the contract reads it, who asks, and when. */
export interface Asked<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  request: Request;
  access: Access;
  /** Who acts, with their roles. */
  person: Person;
  now: Instant;
}

/** A JSON answer without what every read says about itself, which is added here. */
type Told<Output extends z.ZodType> = Omit<z.input<Output>, keyof Reading>;

/**
 * A question that can be answered again from memory. `about` is all that the answer depends on beside the store's revision and who
 * may see what: it becomes the ETag, and a cached answer serves whoever asks the same.
 */
export interface Question<Answer> {
  about: unknown;
  answer: () => Promise<Answer>;
}

export interface Binder {
  /** A read that is true until the revision moves on: with ETag, 304 and a cache. */
  question<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
    endpoint: Endpoint<P, Q, B, O>,
    ask: (asked: Asked<z.output<P>, z.output<Q>, undefined>) => Promise<Question<Told<O>>>,
  ): void;
  /** A write, or a read that changes by itself. `headers` are those of its answer, such as the ETag of a versioned resource. */
  action<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
    endpoint: Endpoint<P, Q, B, O>,
    act: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>> & { headers: Record<string, string> }) => Promise<Told<O>>,
  ): void;
  /** Whatever is not JSON with a reading. */
  response<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
    endpoint: Endpoint<P, Q, B, O>,
    respond: (asked: Asked<z.output<P>, z.output<Q>, undefined>) => Promise<Response>,
  ): void;
}

export interface BindOptions {
  services: Services;
  /** Parse every answer against the contract; on in tests. */
  checkAnswers: boolean;
}

/** JSON bodies, of which the largest is a catalogue. */
const MAX_JSON_BYTES = 4 * 1024 * 1024;

/** Binds handlers to endpoints of the contract: what comes in is parsed by it, what goes out is typed by it. */
export function createBinder(app: Hono, { services, checkAnswers }: BindOptions): Binder {
  const { cache, ports, revisions, sweeper } = services;

  const route = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
    endpoint: Endpoint<P, Q, B, O>,
    handle: (asked: Asked<z.output<P>, z.output<Q>, undefined>) => Promise<Response>,
  ) => {
    app.on(endpoint.method, `${API_BASE}${endpoint.path}`, async (context) => {
      const request = context.req.raw;
      const { params, query } = readUrl(endpoint, context);
      if (endpoint.accepts) requireMediaType(request, endpoint.accepts);
      const person = await actingPerson(ports.desk, request);
      const { catalogue } = await services.catalogue.current();
      const now = ports.clock();
      if (endpoint.method === 'GET') await sweeper.sweepIfDue(now);
      return handle({ params, query, body: undefined, request, access: accessOf(person, catalogue.organisations), person, now });
    });
  };

  const told = (endpoint: Endpoint, now: Instant, revision: string, answer: object, headers: Record<string, string>): Response => {
    const reading: Reading = { asOf: new Date(now).toISOString(), revision, zone: ports.config.zone };
    const whole = isReading(endpoint.output) ? { ...reading, ...answer } : answer;
    if (checkAnswers && endpoint.output) checkAnswer(endpoint.output, whole);
    return json(whole, endpoint.status ?? 200, headers);
  };

  return {
    question(endpoint, ask) {
      route(endpoint, async (asked) => {
        const revision = revisions.current();
        const { about, answer } = await ask(asked);
        const etag = await etagOf([revision, endpoint.path, asked.access.scope, about]);
        const headers = { etag, 'cache-control': 'private, no-cache' };
        if (matchesEtag(asked.request, etag)) return new Response(null, { status: 304, headers });
        return told(endpoint, asked.now, revision, await cache.get(etag, revision, answer), headers);
      });
    },
    action(endpoint, act) {
      route(endpoint, async (asked) => {
        const body = endpoint.body ? await readJson(endpoint.body, asked.request) : undefined;
        // Without a body schema nobody reads the body: it is undefined, which is what its type then says of no use.
        const headers = { 'cache-control': 'no-store' };
        const answer = await act({ ...asked, body: body as z.output<NonNullable<typeof endpoint.body>>, headers });
        return told(endpoint, asked.now, revisions.current(), answer, headers);
      });
    },
    response: route,
  };
}

const isReading = (output: z.ZodType | undefined): boolean => output instanceof z.ZodObject && 'asOf' in output.shape;

function readUrl<P extends z.ZodType, Q extends z.ZodType>(endpoint: Endpoint<P, Q>, context: Context): { params: z.output<P>; query: z.output<Q> } {
  const { searchParams } = new URL(context.req.url);
  refuseUnknownNames(searchParams, endpoint.query);
  const params = endpoint.params?.safeParse(context.req.param());
  const query = endpoint.query?.safeParse(queryValues(searchParams));
  const errors = [params, query].flatMap((one) => (one?.error ? urlErrors(one.error) : []));
  if (errors.length > 0) throw new ProblemError('invalid-input', 'Something in the address is not valid.', { errors });
  // An endpoint without params or query has handlers that read none.
  return { params: params?.data as z.output<P>, query: query?.data as z.output<Q> };
}

async function readJson<B extends z.ZodType>(schema: B, request: Request): Promise<z.output<B>> {
  requireMediaType(request, ['application/json']);
  const bytes = await readBody(request, MAX_JSON_BYTES);
  const parsed = schema.safeParse(parseJson(bytes));
  if (parsed.success) return parsed.data;
  throw new ProblemError('invalid-input', 'Something in the body is not valid.', { errors: bodyErrors(parsed.error) });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ProblemError('invalid-input', 'The body is not JSON in UTF-8.', { errors: [{ pointer: '', reason: 'not JSON' }] });
  }
}

function json(value: unknown, status: number, headers: Record<string, string>): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return wholeResponse(bytes, { status, headers: { 'content-type': 'application/json', 'content-length': String(bytes.length), ...headers } });
}
