import { eventsAnswer, MAX_EVENTS } from '#contract';
import { describe, expect, test } from 'vitest';
import { loanEvent, smallCatalogue, storeKinds, type TestApp, testApp, threeLoans } from '../testing';

const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const send = (app: TestApp, body: BodyInit, headers: Record<string, string> = {}) =>
  app.ask('/api/v1/events', { method: 'POST', body, headers: { 'content-type': 'application/x-ndjson', ...headers } });
const sent = async (...args: Parameters<typeof send>) => eventsAnswer.parse(await (await send(...args)).json());
const gzip = (body: BlobPart) => new Response(new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
const encode = (text: string) => new TextEncoder().encode(text);

describe.each(storeKinds)('events into $name', ({ open }) => {
  const start = async () => testApp({ catalogue: smallCatalogue, stores: await open() });

  test('NDJSON, a JSON array and gzip are all read; what is known already is a duplicate', async () => {
    const app = await start();
    const [first, second, ...rest] = threeLoans();
    expect(await sent(app, lines([first]))).toEqual({ accepted: 1, duplicates: 0, rejected: [] });
    expect(await sent(app, JSON.stringify([first, second]), { 'content-type': 'application/json' })).toEqual({ accepted: 1, duplicates: 1, rejected: [] });
    expect(await sent(app, await gzip(lines(rest)), { 'content-encoding': 'gzip' })).toMatchObject({ accepted: 4 });
    expect(await sent(app, await gzip(lines(rest)), { 'content-type': 'application/gzip' })).toMatchObject({ accepted: 0, duplicates: 4 });
    expect(await app.json('/api/v1/status')).toMatchObject({ data: { events: 6, instances: 3 } });
  });

  test('bad rows are told by line, pointer and reason, and good rows beside them are kept', async () => {
    const app = await start();
    const good = loanEvent('a', ['quote', 'app', 'done'], '2026-05-20T10:00:00');
    const body = [
      JSON.stringify(good),
      '',
      '{"id": "x"',
      '"text"',
      JSON.stringify({ ...good, id: 'no-offset', at: '2026-05-20T10:00:00' }),
      JSON.stringify({ ...good, id: 'j', instance: 'j', journey: 'moon' }),
      JSON.stringify({ ...good, id: 's', instance: 's', step: 'dance' }),
      JSON.stringify({ ...good, id: 't', instance: 't', touchpoint: 'fax' }),
      JSON.stringify({ ...good, id: 'o', outcome: 'maybe' }),
      JSON.stringify({ ...good, id: undefined }),
      '\r',
    ].join('\n');
    const { accepted, duplicates, rejected } = await sent(app, body);
    expect([accepted, duplicates]).toEqual([1, 0]);
    expect(rejected.map(({ line, pointer }) => [line, pointer])).toEqual([
      [3, ''],
      [4, ''],
      [5, '/at'],
      [6, '/journey'],
      [7, '/step'],
      [8, '/touchpoint'],
      [9, '/outcome'],
      [10, '/id'],
    ]);
    expect(rejected[3]?.reason).toBe('the catalogue has no journey "moon"');
  });

  test('an instance of another journey is rejected by its own line', async () => {
    const [loan] = smallCatalogue.journeys;
    if (!loan) throw new Error('smallCatalogue has a journey');
    const other = { ...loan, id: 'claim' as typeof loan.id };
    const app = await testApp({ catalogue: { ...smallCatalogue, journeys: [loan, other] }, stores: await open() });
    const row = loanEvent('a', ['quote', 'app', 'done'], '2026-05-20T10:00:00');
    const { accepted, rejected } = await sent(app, lines([row, { ...row, id: 'later', journey: 'claim' }]));
    expect(accepted).toBe(1);
    expect(rejected).toMatchObject([{ line: 2, pointer: '/instance', reason: 'the instance "a" belongs to another journey' }]);
  });
});

test('a line that is not UTF-8 costs only itself', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const rows = threeLoans().map((row) => encode(`${JSON.stringify(row)}\n`));
  const body = new Blob([...rows.slice(0, 2), new Uint8Array([0x22, 0xff, 0x22, 0x0a]), ...rows.slice(2)]);
  expect(await sent(app, body)).toMatchObject({ accepted: 6, duplicates: 0, rejected: [{ line: 3, pointer: '', reason: 'not UTF-8' }] });
});

test('more rows than one request may have are refused, naming the limit', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const response = await send(app, '{}\n'.repeat(MAX_EVENTS + 1));
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ type: 'urn:throughline:too-large', detail: expect.stringContaining('5000 rows') });
  expect((await send(app, '{}\n'.repeat(MAX_EVENTS))).status).toBe(200);
});

test('a body over 16 MiB is cut, sent as it is or unzipped from a few KiB', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const big = new Uint8Array(17 * 1024 * 1024).fill(0x20);
  expect((await send(app, big)).status).toBe(413);
  const bomb = await gzip(big);
  expect(bomb.byteLength).toBeLessThan(50_000);
  expect((await send(app, bomb, { 'content-encoding': 'gzip' })).status).toBe(413);
  let pulled = 0;
  const endless = new ReadableStream({ pull: (controller) => void controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20 + (pulled++ % 2))) }, { highWaterMark: 0 });
  const request = new Request('http://localhost/api/v1/events', { method: 'POST', body: endless, duplex: 'half', headers: { 'content-type': 'application/x-ndjson' } } as RequestInit);
  expect((await app.fetch(request)).status).toBe(413);
  expect(pulled).toBeLessThan(24);
});

test.each([
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['plain text', { 'content-type': 'text/plain' }, 415],
  ['brotli', { 'content-encoding': 'br' }, 415],
  ['gzip that is none', { 'content-encoding': 'gzip' }, 400],
  ['an array that is none', { 'content-type': 'application/json' }, 400],
])('%s is refused', async (_, headers: Record<string, string>, status) => {
  const app = await testApp({ catalogue: smallCatalogue });
  const response = await send(app, '{}', headers);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
});
