import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { sendWebhook } from './send-webhook';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`; // It listens on a port.
}
const send = (url: string) => sendWebhook({ url, headers: { 'content-type': 'application/json', 'x-throughline-event': 'task.opened' }, body: '{"a":"接"}' });

test('it posts body and headers and tells what came back', async () => {
  const seen: unknown[] = [];
  const url = await serve(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    seen.push([request.method, request.url, request.headers['x-throughline-event'], body]);
    response.writeHead(429, { 'retry-after': '30' }).end('slow down');
  });
  expect(await send(url)).toEqual({ status: 429, body: 'slow down', retryAfterMs: 30_000 });
  expect(seen).toEqual([['POST', '/hook', 'task.opened', '{"a":"接"}']]);
});

test('it follows no redirect, wherever that leads', async () => {
  let elsewhere = 0;
  const other = await serve((_, response) => {
    elsewhere++;
    response.end();
  });
  const url = await serve((_, response) => response.writeHead(307, { location: other }).end());
  expect(await send(url)).toEqual({ error: `redirected (307) to ${other}; redirects are not followed` });
  expect(elsewhere).toBe(0);
});

test('of an endless answer it reads no more than it shows', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(10_000)));
    };
    response.on('drain', more);
    more();
  });
  const answer = await send(url);
  expect('body' in answer && answer.body.length).toBeLessThan(200_000);
});

test('who cannot be reached is told by the cause', async () => {
  const url = await serve((request) => request.socket.destroy());
  expect(await send(url)).toMatchObject({ error: expect.not.stringMatching(/^fetch failed$/) });
  const gone = await serve((_, response) => response.end());
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(await send(gone)).toMatchObject({ error: expect.stringContaining('ECONNREFUSED') });
});
