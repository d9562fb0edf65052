import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { compressStreams, compressWhole } from './compress';

const site = (body: string) => {
  const app = new Hono();
  app.use(compressStreams, compressWhole);
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length), etag: '"7"', vary: 'Origin' };
  app.all('/', () => new Response(body, { headers }));
  return (accepted?: string, method = 'GET') => app.request('/', { method, headers: accepted === undefined ? {} : { 'accept-encoding': accepted } });
};
const long = JSON.stringify(Array.from({ length: 5_000 }, (_, index) => index));

test.each(['gzip', 'br, GZIP ; q=0.5', 'deflate, gzip;q=1.0'])('a long answer is compressed for who takes %j', async (accepted) => {
  const answer = await site(long)(accepted);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(gunzipSync(bytes).toString()).toBe(long);
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    'content-length': String(bytes.length),
    etag: 'W/"7"',
    vary: 'Origin, Accept-Encoding',
  });
});

test.each([undefined, '', 'br', 'gzip;q=0', 'gzip; q=0.00', 'x-gzip'])('a long answer is told as it is to who takes %j', async (accepted) => {
  const answer = await site(long)(accepted);
  expect(await answer.text()).toBe(long);
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(answer.headers.get('etag')).toBe('"7"');
  expect(answer.headers.get('vary')).toBe('Origin, Accept-Encoding');
});

test('a short answer is told as it is', async () => {
  const answer = await site('{"a":1}')('gzip');
  expect(await answer.text()).toBe('{"a":1}');
  expect(answer.headers.get('content-encoding')).toBeNull();
});
