import { QueryClient } from '@tanstack/react-query';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { connectTo } from './connection';
import { subscribeLive, type LiveState } from './live';
import { importsQuery } from './import-questions';
import { catalogueQuery, meQuery, panoramaQuery } from './questions';
import { handoffRulesQuery } from './settings';
import { taskQuery, tasksQuery } from './tasks';
import { ticketCountsQuery, viewsQuery } from './tickets';

/** As much of an EventSource as the subscription uses. */
class FakeSource extends EventTarget {
  readyState = 1;
  close = () => void (this.readyState = 2);
  say = (data: unknown, name = 'message') => this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
}

let queries: QueryClient;
let sources: FakeSource[];
let states: LiveState[];
let stop: () => void;
const questions = {
  catalogue: catalogueQuery(),
  imports: importsQuery(),
  me: meQuery(),
  panorama: panoramaQuery({ level: 'overview' }),
  rules: handoffRulesQuery(),
  task: taskQuery('t-1'),
  otherTask: taskQuery('t-2'),
  tasks: tasksQuery({}),
  tickets: ticketCountsQuery(),
  views: viewsQuery(),
};
const everything = Object.keys(questions);
const old = () => Object.entries(questions).flatMap(([name, { queryKey }]) => (queries.getQueryState<unknown>(queryKey)?.isInvalidated ? name : []));
const refresh = () => Object.values(questions).forEach(({ queryKey }) => queries.setQueryData<unknown>(queryKey, {}));

const openFake = () => {
  sources.push(new FakeSource());
  return latest() as unknown as EventSource; // A stand-in for what no test has.
};
const latest = (): FakeSource => {
  const source = sources.at(-1);
  if (!source) throw new Error('No stream was opened.');
  return source;
};

const status = vi.fn<() => Promise<Response>>();
beforeAll(() => vi.stubGlobal('fetch', status));
afterAll(() => vi.unstubAllGlobals());

beforeEach(async () => {
  vi.useFakeTimers();
  // Once for all tests of a process: the same as in the client's.
  connectTo('https://api.example/api/v1');
  queries = new QueryClient();
  sources = [];
  states = [];
  for (const { queryKey, meta } of Object.values(questions)) queries.getQueryCache().build(queries, { queryKey: [...queryKey], meta });
  refresh();
  stop = subscribeLive(queries, (state) => states.push(state), openFake);
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('a new revision makes old what is made of the data, and nothing else', () => {
  latest().say({ type: 'revision', revision: '2' });
  expect(old()).toEqual(['catalogue', 'panorama']);
});

test('an import that moved on makes imports old', () => {
  latest().say({ type: 'import', id: 'i1' }, 'import');
  expect(old()).toEqual(['imports']);
});

test('a task that moved on makes its lists, itself and the marks of the map old', () => {
  latest().say({ type: 'task', id: 't-1' }, 'task');
  expect(old()).toEqual(['panorama', 'task', 'tasks']);
});

test('many tasks at once make lists old again soon, the marks of the map more calmly', async () => {
  latest().say({ type: 'task', id: 't-1' });
  refresh();
  latest().say({ type: 'task', id: 't-2' });
  await vi.advanceTimersByTimeAsync(500);
  expect(old()).toEqual(['otherTask', 'tasks']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(old()).toEqual(['panorama', 'otherTask', 'tasks']);
});

test('changed rules make old the rules alone', () => {
  latest().say({ type: 'settings', of: 'rules' });
  expect(old()).toEqual(['rules']);
});

test('tickets that change make their lists old, many at once no more than twice a second', async () => {
  latest().say({ type: 'ticket', id: 'ZG-0001' }, 'ticket');
  expect(old()).toEqual(['panorama', 'tickets']);
  refresh();
  for (let number = 2; number < 100; number++) latest().say({ type: 'ticket', id: `ZG-${number}` }, 'ticket');
  expect(old()).toEqual([]);
  await vi.advanceTimersByTimeAsync(500);
  expect(old()).toEqual(['tickets']);
});

test('saved views that change make the list of them old', () => {
  latest().say({ type: 'settings', of: 'views' }, 'settings');
  expect(old()).toEqual(['views']);
});

test('a gap too old to tell makes everything old', () => {
  latest().say({ type: 'resync' });
  expect(old()).toEqual(everything);
});

test('many revisions in a row ask at once, then once more when the pace allows', async () => {
  latest().say({ type: 'revision', revision: '2' });
  refresh();
  latest().say({ type: 'revision', revision: '3' });
  latest().say({ type: 'revision', revision: '4' });
  expect(old()).toEqual([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(old()).toEqual(['catalogue', 'panorama']);
});

test('a message of a newer server is no error', () => {
  latest().say({ type: 'fireworks' });
  latest().dispatchEvent(new MessageEvent('message', { data: 'not JSON' }));
  expect(old()).toEqual([]);
});

test('it tells when it is live and when it is lost, and closes', () => {
  latest().dispatchEvent(new Event('open'));
  latest().dispatchEvent(new Event('error'));
  expect(states).toEqual(['live', 'lost']);
  stop();
  expect(latest().readyState).toBe(2);
});

test('a stream the browser has given up is opened anew, and then everything is asked again', async () => {
  const given = latest();
  given.close();
  given.dispatchEvent(new Event('error'));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sources).toHaveLength(2);
  expect(old()).toEqual([]);
  latest().dispatchEvent(new Event('open'));
  expect(old()).toEqual(everything);
});

test('a stream that is stopped while it is down stays down', async () => {
  latest().close();
  latest().dispatchEvent(new Event('error'));
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sources).toHaveLength(1);
});

/** What a status says that polling reads; the rest is of no matter here. */
const answering = (revision: string) => async () =>
  Response.json({ asOf: '2026-11-23T03:54:13.209Z', revision, zone: 'Asia/Shanghai', version: '0', today: '2026-11-23', data: { events: 0, instances: 0, journeys: [] }, demo: false });

test('a stream that stays down is replaced by polling, which asks for everything when the revision has moved on', async () => {
  status.mockImplementation(answering('1'));
  latest().dispatchEvent(new Event('error'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(states).toEqual(['lost', 'polling']);
  expect(old()).toEqual(everything);
  refresh();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(old()).toEqual([]);
  status.mockImplementation(answering('2'));
  await vi.advanceTimersByTimeAsync(15_000);
  expect(old()).toEqual(everything);
});

test('an open stream that says nothing is blocked on its way; its first word ends the polling', async () => {
  status.mockImplementation(answering('1'));
  latest().dispatchEvent(new Event('open'));
  await vi.advanceTimersByTimeAsync(8_000);
  expect(states).toEqual(['live', 'polling']);
  latest().say({ type: 'hello' }, 'hello');
  expect(states).toEqual(['live', 'polling', 'live']);
});

test('an API that answers nothing at all is lost', async () => {
  status.mockRejectedValue(new TypeError('Failed to fetch'));
  latest().dispatchEvent(new Event('error'));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(new Set(states)).toEqual(new Set(['lost']));
});
