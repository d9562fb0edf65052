import { expect, test } from 'vitest';
import { answerThrough, askWorker, type WireRequest } from './wire';

/** A worker that answers in this thread. */
const workerOf = (answer: (request: Request) => Promise<Response>) => ({
  postMessage(message: unknown, transfer: unknown) {
    const [port] = transfer as [MessagePort]; // `askWorker` always sends one.
    void answerThrough(port, message as WireRequest, answer);
  },
});

test('a request and its answer arrive whole: method, headers, body, status', async () => {
  const worker = workerOf(async (request) => new Response(`${request.method} ${request.headers.get('x-acting-as')} ${await request.text()}`, { status: 202, headers: { etag: '"7"' } }));
  const response = await askWorker(worker, new Request('http://page/api/v1/events', { method: 'POST', body: 'one', headers: { 'x-acting-as': 'p1' } }));
  expect(response.status).toBe(202);
  expect(response.headers.get('etag')).toBe('"7"');
  expect(await response.text()).toBe('POST p1 one');
});

test('an answer without a body has none', async () => {
  const response = await askWorker(workerOf(async () => new Response(null, { status: 304 })), new Request('http://page/'));
  expect(response.status).toBe(304);
  expect(response.body).toBeNull();
});

test('a stream arrives chunk by chunk, and giving it up stops its source', async () => {
  let given = false;
  let stopped = false;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (!given) controller.enqueue(new TextEncoder().encode('data: 1\n\n'));
      given = true;
    },
    cancel: () => void (stopped = true),
  });
  const response = await askWorker(workerOf(async () => new Response(endless)), new Request('http://page/stream'));
  const reader = response.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n');
  await reader?.cancel();
  await expect.poll(() => stopped).toBe(true);
});

test('an app that throws is a failed request, not one that never ends', async () => {
  const worker = workerOf(() => Promise.reject(new Error('out of order')));
  await expect(askWorker(worker, new Request('http://page/'))).rejects.toThrow('out of order');
});
