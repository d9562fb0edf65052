import { taskAnswer, tasksAnswer, type TaskTold } from '#contract';
import { DAY, HOUR, type HandoffRule, handoffRule, instanceId, MINUTE } from '#model';
import { describe, expect, test } from 'vitest';
import { systemAccess } from '../ports';
import { loanEvent, NOW, smallCatalogue, storeKinds, type TestApp, type TestAppOptions, testApp } from '../testing';
import { createServices } from './services';

const rule = (more: object = {}): HandoffRule =>
  handoffRule.parse({
    id: 'over-limit',
    name: { zh: '超限额' },
    enabled: true,
    scene: { journeys: ['loan'], kinds: ['limit'] },
    mode: 'realtime',
    touchpoint: 'video',
    slaMinutes: 5,
    clock: 'always',
    priority: 'urgent',
    ...more,
  });
const access = systemAccess('test');

interface Started {
  app: TestApp;
  post(...events: ReturnType<typeof loanEvent>[]): Promise<unknown>;
  /** All tasks after a run, oldest first. */
  tasks(): Promise<TaskTold[]>;
  move(task: TaskTold, json: object): Promise<TaskTold>;
}

async function started(options: TestAppOptions = {}, rules = [rule()]): Promise<Started> {
  const app = await testApp({ catalogue: smallCatalogue, ...options });
  await app.json('/api/v1/handoff-rules', { method: 'PUT', json: { rules } });
  return {
    app,
    post: (...events) => app.json('/api/v1/events', { json: events }),
    async tasks() {
      await app.services.reconciler.reconcile();
      return tasksAnswer.parse(await app.json('/api/v1/tasks?state=all&sort=openedAt')).items;
    },
    async move({ id, version }, json) {
      return taskAnswer.parse(await app.json(`/api/v1/tasks/${id}/moves`, { json, headers: { 'if-match': `"${version}"` } })).task;
    },
  };
}

const limited = (at = '2026-06-01T11:58:00', more = {}) => loanEvent('a', ['quote', 'app', 'limited'], at, { reason: 'over-limit', organisation: 'bj', ...more });

describe.each(storeKinds)('handoff tasks in $name', ({ open }) => {
  test('a break that a rule is about gets one task, however often it is looked at, and others none', async () => {
    const { app, post, tasks } = await started({ stores: await open() });
    await post(limited(), loanEvent('b', ['quote', 'app', 'failed'], '2026-06-01T11:58:00'));
    const [task, ...others] = await tasks();
    expect(others).toEqual([]);
    expect(task).toMatchObject({ state: 'open', rule: 'over-limit', organisation: 'bj', interruption: { instance: 'a', kind: 'limit', at: '2026-06-01T03:58:00.000Z' }, dueAt: '2026-06-01T04:03:00.000Z' });
    expect(task?.context.events.map(({ outcome }) => outcome)).toEqual(['limited']);
    expect(await tasks()).toEqual([task]);
    // A process that has just started knows nothing of what was done before, and does nothing twice.
    const restarted = createServices(app.ports, (what, error) => expect.fail(`${what}: ${String(error)}`));
    await Promise.all([restarted.reconciler.reconcile(), restarted.reconciler.reconcile(), app.services.reconciler.reconcile()]);
    expect(await tasks()).toEqual([task]);
  });

  test('two that open at once open one', async () => {
    const { app, post, tasks } = await started({ stores: await open() });
    await post(...['a', 'b', 'c'].map((instance) => loanEvent(instance, ['quote', 'app', 'limited'], '2026-06-01T11:58:00')));
    const other = createServices(app.ports, (what, error) => expect.fail(`${what}: ${String(error)}`));
    await Promise.all([app.services.reconciler.reconcile(), other.reconciler.reconcile(), app.services.reconciler.reconcileThese(new Set())]);
    const opened = await tasks();
    expect(opened.map(({ interruption }) => interruption.instance).toSorted()).toEqual(['a', 'b', 'c']);
    expect(new Set(opened.map(({ id }) => id)).size).toBe(3);
  });

  test('only what was written is looked at, and comes to the same', async () => {
    const { app, post } = await started({ stores: await open() });
    await post(limited(), loanEvent('b', ['quote', 'app', 'limited'], '2026-06-01T11:58:00'));
    expect(await app.services.reconciler.reconcileThese(new Set([instanceId.parse('a')]))).toBe(true);
    const read = async () => tasksAnswer.parse(await app.json('/api/v1/tasks?state=all')).items.map(({ interruption, state }) => `${interruption.instance} ${state}`);
    expect(await read()).toEqual(['a open']);
    await post(loanEvent('a', ['paid', 'app', 'done'], '2026-06-01T11:59:00'));
    await app.services.reconciler.reconcileThese(new Set([instanceId.parse('a')]));
    expect(await read()).toEqual(['a withdrawn']);
  });

  test('a customer who goes on alone withdraws the task', async () => {
    const { post, tasks } = await started({ stores: await open() });
    await post(limited());
    await tasks();
    await post(loanEvent('a', ['quote', 'app', 'done'], '2026-06-01T11:59:00'));
    expect(await tasks()).toMatchObject([{ state: 'withdrawn', endReason: 'self', endedAt: '2026-06-01T04:00:00.000Z', moves: [] }]);
  });

  test('a task that failed is not opened again by a rule, although its customer is still waiting', async () => {
    const { app, post, tasks, move } = await started({ stores: await open() });
    await post(limited());
    const [task] = await tasks();
    if (!task) throw new Error('It has a task.');
    const tried = await move(await move(task, { move: 'claim' }), { move: 'contact', result: 'no-answer' });
    await move(tried, { move: 'fail', reason: 'unreachable' });
    expect((await app.ports.events.pendingInterruptions(access)).map(({ instance }) => instance)).toEqual(['a']);
    expect(await tasks()).toMatchObject([{ id: task.id, state: 'failed', endReason: 'unreachable' }]);
    const restarted = createServices(app.ports, (what, error) => expect.fail(`${what}: ${String(error)}`));
    await restarted.reconciler.reconcile();
    expect(await tasks()).toHaveLength(1);
  });

  test('by a detour or a handoff as well; but once somebody had reached the customer, a handoff is what the task was for', async () => {
    const { post, tasks, move } = await started({ stores: await open() });
    const at = '2026-06-01T11:58:00';
    await post(...['detoured', 'handed', 'reached'].map((instance) => loanEvent(instance, ['quote', 'app', 'limited'], at)));
    const opened = await tasks();
    const reached = opened.find(({ interruption }) => interruption.instance === 'reached');
    if (!reached) throw new Error('It has a task.');
    await move(await move(reached, { move: 'claim' }), { move: 'contact' });
    await post(
      loanEvent('detoured', ['quote', 'hotline', 'done'], '2026-06-01T11:59:00'),
      loanEvent('handed', ['quote', 'video', 'done'], '2026-06-01T11:59:00'),
      loanEvent('reached', ['quote', 'video', 'done'], '2026-06-01T11:59:00'),
    );
    const ends = new Map((await tasks()).map(({ interruption, state, endReason }) => [interruption.instance, `${state} ${endReason}`]));
    expect(Object.fromEntries(ends)).toEqual({ detoured: 'withdrawn detour', handed: 'withdrawn handoff', reached: 'resumed handoff' });
  });

  test('picked up but not yet going on, the task stays; when the customer is gone it expires', async () => {
    const { app, post, tasks } = await started({ stores: await open() });
    await post(limited(), loanEvent('a', ['quote', 'video', 'entered'], '2026-06-01T11:59:00'));
    // The break was never pending: whoever looks only now sees it picked up already.
    expect(await tasks()).toEqual([]);
    await post(loanEvent('b', ['quote', 'app', 'limited'], '2026-06-01T11:59:00'));
    await tasks();
    await post(loanEvent('b', ['quote', 'video', 'entered'], '2026-06-01T11:59:30'));
    expect(await tasks()).toMatchObject([{ state: 'open' }]);
    app.setNow(NOW + 5 * DAY);
    expect(await tasks()).toMatchObject([{ state: 'open', overdue: true }]);
    app.setNow(NOW + 8 * DAY);
    expect(await tasks()).toMatchObject([{ state: 'expired', endReason: 'lost' }]);
  });

  test('it expires when nobody came within the handoff window', async () => {
    const { app, post, tasks } = await started({ stores: await open() });
    await post(limited());
    await tasks();
    app.setNow(NOW + 72 * HOUR);
    expect(await tasks()).toMatchObject([{ state: 'expired', endReason: 'window' }]);
  });

  test('an event that comes late and undoes the break withdraws the task', async () => {
    const { post, tasks } = await started({ stores: await open() }, [rule({ scene: { kinds: ['overrun'] } })]);
    await post(loanEvent('a', ['quote', 'app', 'entered'], '2026-06-01T11:00:00'));
    expect(await tasks()).toMatchObject([{ state: 'open', interruption: { kind: 'overrun' } }]);
    await post(loanEvent('a', ['quote', 'app', 'done'], '2026-06-01T11:10:00'));
    expect(await tasks()).toMatchObject([{ state: 'withdrawn', endReason: 'gone' }]);
  });

  test('each level is told once, when its time comes, and nobody once the task has ended', async () => {
    const { app, post, tasks, move } = await started({ stores: await open() }, [rule({ escalateAfterMinutes: [0, 120] })]);
    await post(limited(), loanEvent('b', ['quote', 'app', 'limited'], '2026-06-01T11:58:00'));
    const opened = await tasks();
    expect(opened.map(({ escalation }) => escalation.level)).toEqual([0, 0]);
    const [first] = opened;
    if (!first) throw new Error('It has a task.');
    await move(first, { move: 'claim' });
    expect(await app.services.reconciler.reconcile()).toEqual({ nextAt: '2026-06-01T04:03:00.000Z' });
    app.setNow(NOW + 3 * MINUTE);
    const told = await tasks();
    expect(told).toMatchObject([{ escalation: { level: 1, to: ['local'], at: '2026-06-01T04:03:00.000Z' }, version: 3, overdue: false }, { escalation: { level: 1 }, version: 2 }]);
    expect(await tasks()).toEqual(told);
    // From now on it is late; the next level is two hours away.
    app.setNow(NOW + 4 * MINUTE);
    expect((await tasks()).map(({ overdue }) => overdue)).toEqual([true, true]);
    await post(loanEvent('b', ['quote', 'app', 'done'], '2026-06-01T12:03:00'));
    app.setNow(NOW + 3 * HOUR);
    expect(await tasks()).toMatchObject([{ escalation: { level: 2 }, version: 4 }, { state: 'withdrawn', escalation: { level: 1 } }]);
    const { items } = await app.ports.ledger.audit(access, { kind: 'task', id: first.id }, { offset: 0, limit: 10 });
    expect(items.map(({ action, actor }) => `${action} ${actor}`)).toEqual(['escalate system:handoff-tasks', 'escalate system:handoff-tasks', 'claim person:local', 'open system:handoff-tasks']);
  });

  test('a rule that comes later opens tasks for what is still pending; one that goes leaves its tasks', async () => {
    const { app, post, tasks } = await started({ stores: await open() }, []);
    await post(limited());
    expect(await tasks()).toEqual([]);
    await app.json('/api/v1/handoff-rules', { method: 'PUT', json: { rules: [rule()] } });
    const opened = await tasks();
    expect(opened).toHaveLength(1);
    await app.json('/api/v1/handoff-rules', { method: 'PUT', json: { rules: [] } });
    expect(await tasks()).toEqual(opened);
  });

  test('a task that another system reports for a customer past the window stays until that customer goes on', async () => {
    const { app, post, tasks } = await started({ stores: await open() }, []);
    await post(loanEvent('a', ['quote', 'app', 'limited'], '2026-05-28T11:00:00'));
    await app.json('/api/v1/tasks', { json: { instance: 'a', touchpoint: 'hotline', source: 'crm' } });
    expect(await tasks()).toMatchObject([{ state: 'open', source: 'crm' }]);
    await post(loanEvent('lost', ['quote', 'app', 'limited'], '2026-05-10T11:00:00'));
    await app.json('/api/v1/tasks', { json: { instance: 'lost', touchpoint: 'hotline' } });
    expect(await tasks()).toMatchObject([{ state: 'open' }, { state: 'open' }]);
    await post(loanEvent('a', ['quote', 'hotline', 'done'], '2026-06-01T11:59:00'));
    expect((await tasks()).map(({ state }) => state).toSorted()).toEqual(['open', 'withdrawn']);
    app.setNow(NOW + 3 * DAY);
    expect((await tasks()).map(({ state }) => state).toSorted()).toEqual(['open', 'withdrawn']);
  });

  test('without a rule nobody asks for pending interruptions; with one, only for its journeys', async () => {
    const stores = await open();
    const asked: unknown[] = [];
    const { pendingInterruptions } = stores.events;
    stores.events.pendingInterruptions = (by, among) => {
      asked.push(among);
      return pendingInterruptions.call(stores.events, by, among);
    };
    const { app, post, tasks } = await started({ stores }, [rule({ enabled: false })]);
    await post(limited());
    expect(await tasks()).toEqual([]);
    expect(asked).toEqual([]);
    await app.json('/api/v1/handoff-rules', { method: 'PUT', json: { rules: [rule()] } });
    await tasks();
    expect(asked).toEqual([{ journeys: ['loan'], instances: undefined }]);
  });
});
