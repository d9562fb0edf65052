import type { Catalogue, Instant } from '#model';
import { type App, type AppOptions, createApp } from '../app';
import { loadSegmenter } from '../node/segmenter';
import { type Ports, systemAccess } from '../ports';
import { memoryDeskStore, memoryEventStore, memoryFileSpool, memoryLedgerStore } from '../stores/memory';

/** The server's own; loaded once for all tests of a worker, when one first asks. */
let loading: ReturnType<typeof loadSegmenter> | undefined;
const segmenter = () => (loading ??= loadSegmenter());

export const ZONE = 'Asia/Shanghai';
/** When tests are, unless they say otherwise: a Monday, 12:00 in Shanghai. */
export const NOW: Instant = Date.parse('2026-06-01T12:00:00+08:00');

export interface TestApp extends App {
  ports: Ports;
  /** Answers a path under the server; a `body` that is no text or bytes is sent as JSON. */
  ask(path: string, init?: RequestInit & { json?: unknown }): Promise<Response>;
  /** The JSON of a 2xx answer; throws with the problem otherwise. */
  json(path: string, init?: RequestInit & { json?: unknown }): Promise<Record<string, unknown>>;
  /** Moves the clock. */
  setNow(now: Instant): void;
}

export interface TestAppOptions extends AppOptions {
  catalogue?: Catalogue;
  /** Stores other than those in memory. */
  stores?: Pick<Ports, 'events' | 'desk' | 'spool'> & Partial<Pick<Ports, 'ledger'>>;
  now?: Instant;
  sendWebhook?: Ports['sendWebhook'];
}

/** The app on memory stores (or others), with a clock that stands still and every answer checked against the contract. */
export async function testApp({ catalogue, stores, now = NOW, sendWebhook, ...options }: TestAppOptions = {}): Promise<TestApp> {
  let time = now;
  /** What no answer carries must not pass unseen in a test. */
  const faults: Error[] = [];
  const ports: Ports = {
    ledger: memoryLedgerStore(),
    ...(stores ?? { events: memoryEventStore({ zone: ZONE }), desk: memoryDeskStore(), spool: memoryFileSpool() }),
    ...(sendWebhook && { sendWebhook }),
    segmenter,
    clock: () => time,
    config: { zone: ZONE, version: '0.0.0-test', pageApi: '/api/v1' },
  };
  if (catalogue) await ports.desk.putCatalogue(systemAccess('test'), catalogue);
  const app = createApp(ports, { checkAnswers: true, onFault: (what, error) => faults.push(new Error(what, { cause: error })), ...options });
  await app.services.catalogue.open();
  const ask: TestApp['ask'] = async (path, { json, ...init } = {}) => {
    const request = new Request(`http://localhost${path}`, json === undefined ? init : { method: 'POST', ...init, body: JSON.stringify(json) });
    // A Request with a text body says text/plain by itself.
    if (json !== undefined) request.headers.set('content-type', 'application/json');
    const response = await app.fetch(request);
    const fault = faults.shift();
    if (fault) throw fault;
    return response;
  };
  return {
    ...app,
    ports,
    ask,
    async json(path, init) {
      const response = await ask(path, init);
      const text = await response.text();
      if (!response.ok) throw new Error(`${response.status} ${text}`);
      return JSON.parse(text) as Record<string, unknown>;
    },
    setNow: (at) => void (time = at),
  };
}
