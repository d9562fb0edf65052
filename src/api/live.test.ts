import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectTo } from './connection';
import { subscribeLive, type LiveState } from './live';
import { catalogueQuery, importsQuery, meQuery, panoramaQuery } from './questions';

/** As much of an EventSource as the subscription uses. */
class FakeSource extends EventTarget {
  closed = false;
  close = () => void (this.closed = true);
  say = (data: unknown, name = 'message') => this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
}

let queries: QueryClient;
let source: FakeSource;
let states: LiveState[];
let stop: () => void;
const questions = { catalogue: catalogueQuery(), imports: importsQuery(), me: meQuery(), panorama: panoramaQuery({ level: 'overview' }) };
const old = () => Object.entries(questions).flatMap(([name, { queryKey }]) => (queries.getQueryState<unknown>(queryKey)?.isInvalidated ? name : []));
const refresh = () => Object.values(questions).forEach(({ queryKey }) => queries.setQueryData<unknown>(queryKey, {}));

beforeEach(async () => {
  vi.useFakeTimers();
  connectTo('/api/v1');
  queries = new QueryClient();
  source = new FakeSource();
  states = [];
  for (const { queryKey, meta } of Object.values(questions)) queries.getQueryCache().build(queries, { queryKey: [...queryKey], meta });
  refresh();
  stop = subscribeLive(queries, (state) => states.push(state), () => source as unknown as EventSource); // A stand-in for what no test has.
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('a new revision makes old what is made of the data, and nothing else', () => {
  source.say({ type: 'revision', revision: '2' });
  expect(old()).toEqual(['catalogue', 'panorama']);
});

test('an import that moved on makes imports old', () => {
  source.say({ type: 'import', id: 'i1' }, 'import');
  expect(old()).toEqual(['imports']);
});

test('a gap too old to tell makes everything old', () => {
  source.say({ type: 'resync' });
  expect(old()).toEqual(['catalogue', 'imports', 'me', 'panorama']);
});

test('many revisions in a row ask at once, then once more when the pace allows', async () => {
  source.say({ type: 'revision', revision: '2' });
  refresh();
  source.say({ type: 'revision', revision: '3' });
  source.say({ type: 'revision', revision: '4' });
  expect(old()).toEqual([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(old()).toEqual(['catalogue', 'panorama']);
});

test('a message of a newer server is no error', () => {
  source.say({ type: 'fireworks' });
  source.dispatchEvent(new MessageEvent('message', { data: 'not JSON' }));
  expect(old()).toEqual([]);
});

test('it tells when it is live and when it is lost, and closes', () => {
  source.dispatchEvent(new Event('open'));
  source.dispatchEvent(new Event('error'));
  expect(states).toEqual(['live', 'lost']);
  stop();
  expect(source.closed).toBe(true);
});
