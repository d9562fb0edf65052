import { demoCatalogue, demoPeople, demoRules, generate } from '#demo';
import { CHINA_CALENDAR, DAY, handoffRule, HOUR, MINUTE, SECOND } from '#model';
import { afterEach, expect, test, vi } from 'vitest';
import { systemAccess } from '../ports';
import { fillDemo } from '../services/fill-demo';
import { loanEvent, NOW, smallCatalogue, testApp } from '../testing';
import { startHandoffTasks } from './handoff-tasks';
import { startSweeps } from './sweeps';

afterEach(() => void vi.useRealTimers());

const access = systemAccess('test');
const rule = handoffRule.parse({ id: 'r', name: { zh: 'r' }, enabled: true, scene: { kinds: ['limit', 'overrun'] }, mode: 'realtime', touchpoint: 'video', slaMinutes: 5, clock: 'always', priority: 'high' });
const limited = (instance: string, at = '2026-06-01T11:59:00') => loanEvent(instance, ['quote', 'app', 'limited'], at);

/** The job with a reconciler that only writes down how it was asked, and takes as long as it is told. */
async function watched({ took = 0, fails = false } = {}) {
  vi.useFakeTimers();
  const faults: string[] = [];
  const app = await testApp({ catalogue: smallCatalogue, onFault: (what) => faults.push(what) });
  const runs: { at: number; of: 'all' | string[] }[] = [];
  const start = performance.now();
  const running = async (of: 'all' | string[]) => {
    runs.push({ at: Math.round(performance.now() - start), of });
    if (took > 0) await new Promise((resolve) => setTimeout(resolve, took));
    if (fails) throw new Error('no');
  };
  let nextAt: string | undefined;
  const reconciler = {
    reconcile: () => running('all').then(() => ({ nextAt })),
    reconcileThese: (instances: ReadonlySet<string>) => running([...instances].toSorted()).then(() => true),
  };
  const stop = startHandoffTasks({ ...app.services, reconciler });
  return { app, runs, faults, stop, at: (stamp: string | undefined) => void (nextAt = stamp) };
}

test('it runs at start, then for what was written: changes of one moment together', async () => {
  const { app, runs, stop } = await watched();
  await vi.advanceTimersByTimeAsync(100);
  await Promise.all(['a', 'b'].map((instance) => app.json('/api/v1/events', { json: [limited(instance)] })));
  await vi.advanceTimersByTimeAsync(100);
  await stop();
  expect(runs.map(({ of }) => of)).toEqual(['all', ['a', 'b']]);
});

test('runs of all take a tenth of the time at most, and do not keep what was just written waiting', async () => {
  const { app, runs, stop } = await watched({ took: 1_000 });
  await vi.advanceTimersByTimeAsync(2_000);
  app.services.revisions.moved();
  await vi.advanceTimersByTimeAsync(1_000);
  await app.json('/api/v1/events', { json: [limited('a')] });
  await vi.advanceTimersByTimeAsync(20_000);
  await stop();
  const [first, these, second, ...others] = runs;
  expect([first?.of, these?.of, second?.of, others]).toEqual(['all', ['a'], 'all', []]);
  expect(these?.at).toBeLessThan(3_200);
  expect(second?.at).toBeGreaterThanOrEqual(10_000);
});

test('it runs again when a level is to be told, also one of a task that somebody has just reported', async () => {
  const { app, runs, stop, at } = await watched();
  at(new Date(NOW + 2 * HOUR).toISOString());
  await vi.advanceTimersByTimeAsync(5_000);
  expect(runs).toHaveLength(1);
  app.setNow(NOW + 2 * HOUR);
  at(undefined);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(runs.map(({ of }) => of)).toEqual(['all', 'all']);
  await app.json('/api/v1/events', { json: [limited('a')] });
  await app.json('/api/v1/tasks', { json: { instance: 'a', touchpoint: 'video', dueAt: new Date(NOW + 3 * HOUR).toISOString() } });
  await vi.advanceTimersByTimeAsync(5_000);
  app.setNow(NOW + 3 * HOUR);
  await vi.advanceTimersByTimeAsync(2_000);
  await stop();
  expect(runs.map(({ of }) => of)).toEqual(['all', 'all', ['a'], 'all']);
});

test('a failure is told and tried again later; what was stopped stays stopped', async () => {
  const { app, runs, faults, stop } = await watched({ fails: true });
  await vi.advanceTimersByTimeAsync(25_000);
  expect(runs).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toHaveLength(2);
  expect(faults).toEqual(Array(2).fill('Failed to bring handoff tasks in line'));
  await stop();
  app.services.revisions.moved();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(runs).toHaveLength(2);
});

test('what breaks by time alone becomes a task when its time comes', async () => {
  vi.useFakeTimers();
  const app = await testApp({ catalogue: smallCatalogue });
  await app.json('/api/v1/handoff-rules', { method: 'PUT', json: { rules: [rule] } });
  const stops = [startHandoffTasks(app.services), startSweeps(app.services)];
  await app.json('/api/v1/events', { json: [loanEvent('a', ['quote', 'app', 'entered'], '2026-06-01T11:50:00')] });
  await vi.advanceTimersByTimeAsync(20 * SECOND);
  expect(await app.ports.ledger.unfinishedTasks(access)).toEqual([]);
  app.setNow(NOW + 20 * MINUTE + 1);
  // Hashes of the audit are made on another thread, which no fake clock moves on.
  await vi.waitFor(async () => expect(await app.ports.ledger.unfinishedTasks(access)).toMatchObject([{ level: 0 }]), { timeout: 20_000, interval: 100 });
  for (const stop of stops) await stop();
});

test('the demo has open tasks by its rules and the calendar they run by; cleared, its work and its rules are gone and an own rule stays', async () => {
  const app = await testApp();
  const world = { seed: 'test', scale: 6, until: NOW };
  await fillDemo(app.services, { ...world, catalogue: demoCatalogue(), ...demoPeople(), rules: demoRules(), events: generate({ ...world, from: NOW - 5 * DAY }) });
  await app.services.reconciler.reconcile();
  expect((await app.ports.ledger.unfinishedTasks(access)).length).toBeGreaterThan(0);
  expect(await app.json('/api/v1/calendar')).toMatchObject({ version: 1, calendar: CHINA_CALENDAR });
  const own = { ...rule, id: 'own', scene: { journeys: ['loan'] } };
  await app.json('/api/v1/handoff-rules', { method: 'PUT', json: { rules: [...demoRules(), own] } });
  await app.json('/api/v1/demo', { method: 'DELETE' });
  expect(await app.json('/api/v1/tasks?state=all')).toMatchObject({ total: 0 });
  expect(((await app.json('/api/v1/handoff-rules')).rules as { id: string }[]).map(({ id }) => id)).toEqual(['own']);
  await app.services.reconciler.reconcile();
  expect(await app.ports.ledger.unfinishedTasks(access)).toEqual([]);
});
