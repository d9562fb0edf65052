import { taskAnswer, tasksAnswer, type TaskTold } from '#contract';
import { demoPeople } from '#demo';
import { DAY, handoffRule, HOUR } from '#model';
import { describe, expect, test } from 'vitest';
import { startHandoffTasks } from '../jobs/handoff-tasks';
import { systemAccess } from '../ports';
import { loanEvent, NOW, smallCatalogue, storeKinds, type TestApp, type TestAppOptions, testApp } from '../testing';

const rule = handoffRule.parse({
  id: 'over-limit',
  name: { zh: '超限额' },
  enabled: true,
  scene: { journeys: ['loan'], kinds: ['limit'] },
  mode: 'realtime',
  touchpoint: 'video',
  slaMinutes: 5,
  clock: 'always',
  priority: 'urgent',
});

/** Three loans over the limit: `a` in Beijing, `b` in Shanghai, `c` nobody's. Xu and Lu pick up, Xu manages; Jin sees Beijing alone. */
async function withBreaks(options: TestAppOptions = {}): Promise<TestApp> {
  const app = await testApp({ catalogue: smallCatalogue, ...options });
  const { people, departments } = demoPeople();
  const away = people.map((person) => (person.id === 'jin' ? { ...person, organisation: smallCatalogue.organisations[1]?.id } : { ...person, organisation: undefined }));
  await app.ports.desk.replacePeople(systemAccess('test'), away, departments);
  await app.json('/api/v1/handoff-rules', { method: 'PUT', json: { rules: [rule] } });
  await app.json('/api/v1/events', {
    json: [
      loanEvent('a', ['quote', 'app', 'limited'], '2026-06-01T11:57:00', { reason: 'over-limit', organisation: 'bj', customer: 'c-77' }),
      loanEvent('b', ['quote', 'app', 'limited'], '2026-06-01T11:58:00', { organisation: 'sh' }),
      loanEvent('c', ['quote', 'app', 'limited'], '2026-06-01T11:59:00'),
    ],
  });
  await app.services.reconciler.reconcile();
  return app;
}

const as = (who: string, more: Record<string, string> = {}) => ({ 'x-acting-as': who, ...more });
const list = async (app: TestApp, query = '', who = 'xu') => tasksAnswer.parse(await app.json(`/api/v1/tasks${query}`, { headers: as(who) }));
const instances = async (app: TestApp, query = '', who = 'xu') => (await list(app, query, who)).items.map(({ interruption }) => interruption.instance);
const first = async (app: TestApp): Promise<TaskTold> => {
  const [task] = (await list(app, '?instance=a&state=all')).items;
  if (!task) throw new Error('It has a task.');
  return task;
};
const move = (app: TestApp, { id, version }: Pick<TaskTold, 'id' | 'version'>, json: object, who = 'xu', headers: Record<string, string> = {}) =>
  app.ask(`/api/v1/tasks/${id}/moves`, { json, headers: as(who, { 'if-match': `"${version}"`, ...headers }) });

test('a posted break becomes a task that somebody claims, reaches and closes, and a stream hears of each', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const stop = startHandoffTasks(app.services);
  await app.json('/api/v1/handoff-rules', { method: 'PUT', json: { rules: [rule] } });
  const heard: string[] = [];
  app.services.changes.subscribe(({ message }) => message.type === 'task' && heard.push(message.id));
  await app.json('/api/v1/events', { json: [loanEvent('a', ['quote', 'app', 'limited'], '2026-06-01T11:59:00', { reason: 'over-limit' })] });
  await expect.poll(() => heard).toHaveLength(1);
  const { items, counts } = tasksAnswer.parse(await app.json('/api/v1/tasks'));
  expect(items).toMatchObject([{ id: 'JX-000001', state: 'open', rule: 'over-limit', dueAt: '2026-06-01T04:04:00.000Z', overdue: false }]);
  expect(counts).toMatchObject({ unfinished: 1, open: 1, unassigned: 1 });
  let version = 1;
  for (const json of [{ move: 'claim' }, { move: 'contact', note: 'asked for the amount' }, { move: 'resume' }]) {
    const { task } = taskAnswer.parse(await app.json('/api/v1/tasks/JX-000001/moves', { json, headers: { 'if-match': `"${version}"` } }));
    expect(task.version).toBe(++version);
  }
  expect(taskAnswer.parse(await app.json('/api/v1/tasks/JX-000001')).task).toMatchObject({ state: 'resumed', endReason: 'completed', attempts: [{ result: 'reached' }] });
  expect(heard).toEqual(Array(4).fill('JX-000001'));
  await stop();
});

describe.each(storeKinds)('tasks over HTTP in $name', ({ open }) => {
  test('a list is filtered, counted, sorted and paged', async () => {
    const app = await withBreaks({ stores: await open() });
    expect(await instances(app, '?sort=dueAt')).toEqual(['a', 'b', 'c']);
    expect(await instances(app, '?sort=-dueAt')).toEqual(['c', 'b', 'a']);
    const page = await list(app, '?sort=dueAt&limit=2');
    expect(page).toMatchObject({ total: 3, counts: { unfinished: 3, open: 3, claimed: 0, contacted: 0, overdue: 0, mine: 0, unassigned: 3 } });
    expect(await instances(app, `?sort=dueAt&limit=2&cursor=${page.nextCursor}`)).toEqual(['c']);
    expect(await instances(app, '?q=C-77')).toEqual(['a']);
    expect(await instances(app, '?node=loan~app&sort=dueAt')).toEqual(['a', 'b', 'c']);
    expect(await instances(app, '?level=journey&journey=loan&node=verify~app')).toEqual([]);
    expect(await instances(app, '?state=claimed')).toEqual([]);
    await move(app, await first(app), { move: 'claim' });
    expect(await instances(app, '?assignee=me')).toEqual(['a']);
    expect(await instances(app, '?assignee=none&sort=dueAt')).toEqual(['b', 'c']);
    expect((await list(app)).counts).toMatchObject({ open: 2, claimed: 1, mine: 1, unassigned: 2 });
    app.setNow(NOW + 2.5 * 60_000);
    expect(await instances(app, '?overdue=true')).toEqual(['a']);
    expect((await list(app)).items[0]).toMatchObject({ interruption: { instance: 'a' }, overdue: true });
    for (const query of ['?node=loan', '?level=journey&node=quote~app', '?limit=0', '?sort=name']) expect((await app.ask(`/api/v1/tasks${query}`)).status, query).toBe(400);
  });

  test('whoever may not see an organisation sees none of its tasks, and cannot name them', async () => {
    const app = await withBreaks({ stores: await open() });
    expect(await instances(app, '', 'jin')).toEqual(['a']);
    expect((await list(app, '', 'jin')).counts).toMatchObject({ unfinished: 1 });
    const [elsewhere] = (await list(app, '?instance=b')).items;
    expect((await app.ask(`/api/v1/tasks/${elsewhere?.id}`, { headers: as('jin') })).status).toBe(404);
    expect((await move(app, { id: elsewhere?.id ?? ('' as TaskTold['id']), version: 1 }, { move: 'claim' }, 'jin')).status).toBe(404);
    expect((await app.ask('/api/v1/tasks', { json: { instance: 'b', touchpoint: 'video' }, headers: as('jin') })).status).toBe(400);
  });

  test('a change needs the version it is of, which every answer carries as its ETag; a stale one is answered with the task as it is', async () => {
    const app = await withBreaks({ stores: await open() });
    const task = await first(app);
    const bare = await app.ask(`/api/v1/tasks/${task.id}/moves`, { json: { move: 'claim' }, headers: as('lu') });
    expect([bare.status, (await bare.json()).type]).toEqual([428, 'urn:throughline:version-required']);
    const claimed = await move(app, task, { move: 'claim' }, 'lu');
    expect([claimed.status, claimed.headers.get('etag')]).toEqual([200, '"2"']);
    expect((await app.ask(`/api/v1/tasks/${task.id}`)).headers.get('etag')).toBe('"2"');
    const stale = await move(app, task, { move: 'claim' }, 'xu');
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({ type: 'urn:throughline:version-stale', current: { id: task.id, version: 2, state: 'claimed', assignee: 'lu', overdue: false } });
    const patched = await app.ask(`/api/v1/tasks/${task.id}`, { method: 'PATCH', json: { note: 'x' }, headers: { 'if-match': '"1"' } });
    expect(patched.status).toBe(412);
  });

  test('of two who claim at once one has it', async () => {
    const app = await withBreaks({ stores: await open() });
    const task = await first(app);
    const answers = await Promise.all(['lu', 'shi', 'kong'].map((who) => move(app, task, { move: 'claim' }, who)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
  });

  test('a refused move says what it still needs, and the answer said so before', async () => {
    const app = await withBreaks({ stores: await open() });
    const task = await first(app);
    expect(task.moves.filter(({ allowed }) => allowed).map((one) => one.move)).toEqual(['claim', 'assign']);
    const refused = await move(app, task, { move: 'resume' });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ type: 'urn:throughline:move-refused', errors: [{ pointer: '/move', code: 'state', params: { state: 'open' }, reason: 'it is open, from where there is no such move' }] });
    await move(app, task, { move: 'claim' }, 'lu');
    const others = await move(app, { ...task, version: 2 }, { move: 'contact' }, 'shi');
    expect(await others.json()).toMatchObject({ errors: [{ code: 'manager-required', params: { assignee: 'lu' } }] });
    const unknown = await move(app, { ...task, version: 2 }, { move: 'assign', assignee: 'nobody' });
    expect([unknown.status, (await unknown.json()).errors]).toEqual([400, [{ pointer: '/assignee', reason: 'there is no person "nobody"' }]]);
    expect((await move(app, { ...task, version: 2 }, { move: 'assign', assignee: 'shi' })).status).toBe(200);
  });

  test('a repeated Idempotency-Key moves once and answers the same; with another request it is refused', async () => {
    const app = await withBreaks({ stores: await open() });
    const task = await first(app);
    const key = { 'idempotency-key': 'crm-1' };
    const once = taskAnswer.parse(await (await move(app, task, { move: 'claim' }, 'lu', key)).json());
    await move(app, once.task, { move: 'contact' }, 'lu');
    const again = taskAnswer.parse(await (await move(app, task, { move: 'claim' }, 'lu', key)).json());
    expect(again.task).toEqual(once.task);
    expect((await first(app)).version).toBe(3);
    expect((await move(app, task, { move: 'release' }, 'lu', key)).status).toBe(422);
    // A key is its sender's own.
    expect((await move(app, task, { move: 'claim' }, 'shi', key)).status).toBe(412);
  });

  test('another system reports a customer by the instance or the interruption; reported again it is the same task', async () => {
    const app = await withBreaks({ stores: await open() });
    await app.json('/api/v1/events', { json: [loanEvent('d', ['verify', 'app', 'failed'], '2026-06-01T11:30:00', { organisation: 'bj' })] });
    const order = { instance: 'd', source: 'crm', touchpoint: 'hotline', mode: 'proactive', priority: 'high', contact: '13812345678', entered: { amount: 5, mobile: '13812345678' }, note: '客户来电' };
    const headers = as('xu', { 'idempotency-key': 'crm-9' });
    const response = await app.ask('/api/v1/tasks', { json: order, headers });
    expect([response.status, response.headers.get('etag')]).toEqual([201, '"1"']);
    const { task, duplicate } = (await response.json()) as { task: TaskTold; duplicate: boolean }; // Checked against the contract.
    expect(duplicate).toBe(false);
    expect(task).toMatchObject({ state: 'open', source: 'crm', contact: '138****5678', context: { entered: { amount: 5 } }, dueAt: new Date(NOW + DAY).toISOString(), interruption: { instance: 'd', kind: 'failure', step: 'verify' } });
    expect(task.escalateAt).toEqual([NOW + DAY, NOW + DAY + 2 * HOUR].map((at) => new Date(at).toISOString()));
    expect(await app.json('/api/v1/tasks', { json: order, headers })).toMatchObject({ task: { id: task.id }, duplicate: false });
    expect(await app.json('/api/v1/tasks', { json: { ...order, instance: undefined, interruption: task.interruption.id } })).toMatchObject({ task: { id: task.id }, duplicate: true });
    expect((await list(app)).total).toBe(4);
    // Given to somebody at once, it is claimed.
    await app.json('/api/v1/events', { json: [loanEvent('e', ['verify', 'app', 'failed'], '2026-06-01T11:30:00')] });
    expect(await app.json('/api/v1/tasks', { json: { instance: 'e', touchpoint: 'hotline', assignee: 'lu' } })).toMatchObject({ task: { state: 'claimed', assignee: 'lu' } });
  });

  test('what cannot be reported is refused by JSON pointer', async () => {
    const app = await withBreaks({ stores: await open() });
    await app.json('/api/v1/events', { json: [loanEvent('whole', ['quote', 'app', 'done'], '2026-06-01T11:30:00'), loanEvent('b', ['quote', 'app', 'done'], '2026-06-01T11:59:30')] });
    const errors = async (json: object) => ((await (await app.ask('/api/v1/tasks', { json: { touchpoint: 'video', ...json } })).json()) as { errors: { pointer: string; reason: string }[] }).errors;
    expect(await errors({ instance: 'moon' })).toEqual([{ pointer: '/instance', reason: 'there is no instance "moon"' }]);
    expect(await errors({ interruption: 'moon' })).toEqual([{ pointer: '/interruption', reason: 'there is no interruption "moon"' }]);
    expect(await errors({ interruption: 'a~limit~moon' })).toEqual([{ pointer: '/interruption', reason: 'there is no interruption "a~limit~moon"' }]);
    expect(await errors({ instance: 'whole' })).toEqual([{ pointer: '/instance', reason: 'it has no interruption' }]);
    expect(await errors({ instance: 'b' })).toEqual([{ pointer: '/instance', reason: 'it has continued' }]);
    expect(await errors({ instance: 'a', touchpoint: 'moon', department: 'moon' })).toEqual([
      { pointer: '/touchpoint', reason: 'there is no touchpoint "moon"' },
      { pointer: '/department', reason: 'there is no department "moon"' },
    ]);
    expect(await errors({})).toMatchObject([{ pointer: '' }]);
  });

  test('fields of an unfinished task are changed by whoever may give it away; its levels move with its due time', async () => {
    const app = await withBreaks({ stores: await open() });
    const task = await first(app);
    const patch = (version: number, json: object, who = 'xu') => app.ask(`/api/v1/tasks/${task.id}`, { method: 'PATCH', json, headers: as(who, { 'if-match': `"${version}"` }) });
    expect((await patch(1, { dueAt: '2026-06-01T20:00:00+08:00', priority: 'normal', department: 'claims', note: 'later' })).status).toBe(200);
    expect(await first(app)).toMatchObject({ version: 2, dueAt: '2026-06-01T12:00:00.000Z', escalateAt: ['2026-06-01T12:00:00.000Z', '2026-06-01T14:00:00.000Z'], priority: 'normal', department: 'claims', note: 'later' });
    expect((await patch(2, { department: null, note: null })).status).toBe(200);
    const cleared = await first(app);
    expect([cleared.department, cleared.note, cleared.priority]).toEqual([undefined, undefined, 'normal']);
    expect((await patch(3, { touchpoint: 'moon' })).status).toBe(400);
    await move(app, cleared, { move: 'claim' }, 'lu');
    expect((await patch(4, { note: 'mine?' }, 'shi')).status).toBe(409);
    const { items } = await app.ports.ledger.audit(systemAccess('test'), { kind: 'task', id: task.id }, { offset: 0, limit: 10 });
    expect(items.map(({ action, actor }) => `${action} ${actor}`)).toEqual(['claim person:lu', 'edit person:xu', 'edit person:xu', 'open system:handoff-tasks']);
    expect(items[1]).toMatchObject({ before: { department: 'claims', note: 'later' }, after: {} });
  });
});
