import { expect, test, vi } from 'vitest';
import { smallCatalogue, type TestApp, testApp, threeLoans } from '../testing';

/** Reads a stream until `count` messages beside its hello have come. */
async function listen(app: TestApp, count: number, headers: Record<string, string> = {}, whenOpen: () => unknown = () => {}) {
  const response = await app.ask('/api/v1/stream', { headers });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('A stream has a body.');
  await whenOpen();
  let text = '';
  while (text.split('data: ').length - 2 < count) text += (await reader.read()).value ?? '';
  await reader.cancel();
  return {
    messages: [...text.matchAll(/data: (.+)/g)].slice(1).map(([, data = '']) => JSON.parse(data) as { type: string; revision?: string }),
    ids: [...text.matchAll(/id: (.+)/g)].map(([, id = '']) => id),
  };
}

test('a stream hears of a new revision, the one that reads then answer', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const { messages } = await listen(app, 1, {}, () => app.json('/api/v1/events', { json: threeLoans() }));
  const { revision } = await app.json('/api/v1/panorama');
  expect(messages).toEqual([{ type: 'revision', revision }]);
});

test('a stream says hello at once', async () => {
  const app = await testApp();
  const reader = (await app.ask('/api/v1/stream')).body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('event: hello\ndata: {"type":"hello"}');
  await reader?.cancel();
});

test('a stream that comes back with its last id hears what it missed; one from before a restart is told to ask for all', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const { ids } = await listen(app, 1, {}, () => app.services.changes.publish({ type: 'import', id: '1' }));
  app.services.changes.publish({ type: 'import', id: '2' });
  app.services.changes.publish({ type: 'import', id: '3' });
  const resumed = await listen(app, 2, { 'last-event-id': ids.at(-1) ?? '' });
  expect(resumed.messages).toEqual([
    { type: 'import', id: '2' },
    { type: 'import', id: '3' },
  ]);
  // Each with its own id and none before them: cut off after the first, it asks for the second again.
  expect(resumed.ids).toHaveLength(2);
  expect((await listen(app, 1, { 'last-event-id': 'another-run-7' })).messages).toEqual([{ type: 'resync' }]);
});

test('a stream whose gap is older than what is remembered is told to ask for all', async () => {
  const app = await testApp();
  const { ids } = await listen(app, 1, {}, () => app.services.changes.publish({ type: 'import', id: '0' }));
  for (let id = 1; id <= 300; id++) app.services.changes.publish({ type: 'import', id: String(id) });
  expect((await listen(app, 1, { 'last-event-id': ids.at(-1) ?? '' })).messages).toEqual([{ type: 'resync' }]);
});

test('asking for the head of the stream leaves nobody listening', async () => {
  const app = await testApp();
  const subscribe = vi.spyOn(app.services.changes, 'subscribe');
  const { status, headers } = await app.ask('/api/v1/stream', { method: 'HEAD' });
  expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  expect(subscribe).not.toHaveBeenCalled();
});
