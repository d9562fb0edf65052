import { bulkAnswer, panorama, problem } from '#contract';
import { addDays, DAY } from '#model';
import { describe, expect, test } from 'vitest';
import { systemAccess } from '../ports';
import { as, ledgerApp, loanDays, loanEvent, move, NOW, postEvents, smallCatalogue, storeKinds, type TestApp, ticketOf } from '../testing';

const register = async (app: TestApp, fields: Record<string, unknown> = {}, who = 'boss') => ticketOf(await app.json('/api/v1/tickets', { ...as(who), json: { title: '试算超限', locus: { journey: 'loan', step: 'quote' }, ...fields } }));
const refusal = async (response: Promise<Response>) => problem.parse(await (await response).json());
const patch = (who: string, version: number | undefined, json: unknown, key?: string) => ({ ...as(who, version, key), method: 'PATCH', json });
const fail = () => {
  throw new Error('The small catalogue has a journey.');
};
const url = (id: string, rest = '') => `/api/v1/tickets/${id}${rest}`;
const assign = { move: 'assign', owner: 'ann', department: 'it', due: '2026-06-30' } as const;
const measure = (state: string) => [{ id: 'm', title: '提示前置', state }];

describe.each(storeKinds)('on $name', ({ open }) => {
  test('a ticket is registered with the baseline of its locus, and numbered', async () => {
    const app = await ledgerApp(open);
    await postEvents(app, loanDays({ from: addDays('2026-06-01', -40), days: 41, perDay: 10, share: 0.2 }));
    const response = await app.ask('/api/v1/tickets', { ...as('boss'), json: { title: '试算超限', locus: { journey: 'loan', step: 'quote', kind: 'limit' }, owner: 'ann' } });
    expect(response.status).toBe(201);
    expect(response.headers.get('etag')).toBe('"1"');
    // Today is not over, so it is no day of it.
    const baseline = { from: '2026-04-22', to: '2026-05-31', days: 40, takenOn: '2026-06-01', hits: 80, n: 400, rate: 0.2 };
    expect(ticketOf(await response.json())).toMatchObject({ id: 'ZG-0001', version: 1, state: 'registered', registeredBy: 'boss', measure: 'break-rate', baseline, watchers: ['boss', 'ann'], audit: { entries: 1, intact: true } });
    expect(await register(app)).toMatchObject({ id: 'ZG-0002' });
    expect((await register(app, { measure: 'nps' })).baseline).toBeUndefined();
    expect((await register(app, { locus: { journey: 'loan', step: 'verify' } })).baseline).toBeUndefined();
  });

  test('a ticket names only what there is', async () => {
    const app = await ledgerApp(open);
    const json = {
      title: 'x',
      locus: { journey: 'loan', step: 'dance', touchpoint: 'moon', reason: 'none' },
      owner: 'nobody',
      department: 'none',
      due: '2026-02-30',
      measures: [{ id: 'm', title: 'x', state: 'done', doneOn: '2026-06-02' }, { id: 'm', title: 'y', state: 'planned', owner: 'nobody' }],
      effective: [{ touchpoint: 'app', day: '2026-06-01' }, { touchpoint: 'app', day: '2026-06-01' }],
      watchers: ['boss', 'nobody'],
      instances: ['gone'],
      complaint: { reference: 'c', receivedOn: '2026-05-01', extension: { by: 'nobody', on: '2026-05-02', reason: 'x' } },
    };
    const { errors, status } = await refusal(app.ask('/api/v1/tickets', { ...as('boss'), json }));
    expect(status).toBe(400);
    expect(errors?.map(({ pointer }) => pointer)).toEqual([
      '/locus/step', '/locus/touchpoint', '/locus/reason', '/owner', '/department', '/due', '/watchers/1', '/measures/0/doneOn', '/measures/1/id', '/measures/1/owner',
      '/effective/0/touchpoint', '/effective/1/touchpoint', '/effective/1/touchpoint', '/complaint/extension/by', '/instances/0',
    ]);
    expect((await app.ask(url('ZG-9'), as('boss'))).status).toBe(404);
  });

  test('a change names the version it is of: without one 428, with an old one 412 and the ticket as it is', async () => {
    const app = await ledgerApp(open);
    const { id } = await register(app);
    expect((await refusal(app.ask(url(id), patch('boss', undefined, { title: 'y' })))).status).toBe(428);
    expect((await refusal(app.ask(url(id, '/moves'), { ...as('boss'), json: assign }))).status).toBe(428);
    const response = await app.ask(url(id), patch('boss', 1, { title: 'y', description: 'z' }));
    expect(response.headers.get('etag')).toBe('"2"');
    expect((await app.ask(url(id), as('boss'))).headers.get('etag')).toBe('"2"');
    const stale = await refusal(app.ask(url(id), patch('ann', 1, { title: 'other' })));
    expect(stale).toMatchObject({ status: 412, current: { id, version: 2, title: 'y', moves: expect.any(Array) } });
    expect((await refusal(app.ask(url(id, '/moves'), { ...as('boss', 1), json: assign }))).status).toBe(412);
    const cleared = ticketOf(await app.json(url(id), patch('boss', 2, { description: null })));
    expect(cleared.description).toBeUndefined();
    // What changes nothing is no version.
    expect(ticketOf(await app.json(url(id), patch('boss', 3, { title: 'y' }))).version).toBe(3);
  });

  test('two writers at once: one is stored, the other is told what is there now', async () => {
    const app = await ledgerApp(open);
    const { id } = await register(app);
    const answers = await Promise.all(['boss', 'ann', 'bob'].map((who) => app.ask(url(id), patch(who, 1, { title: who }))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    const { title, version, audit } = ticketOf(await app.json(url(id), as('boss')));
    expect({ version, entries: audit.entries, intact: audit.intact }).toEqual({ version: 2, entries: 2, intact: true });
    for (const response of answers.filter(({ status }) => status === 412)) expect(problem.parse(await response.json()).current).toMatchObject({ title, version: 2 });
    const ids = await Promise.all(Array.from({ length: 8 }, () => register(app)));
    expect(new Set(ids.map((one) => one.id)).size).toBe(8);
  });

  test('a repeated Idempotency-Key answers what it answered, and does nothing twice', async () => {
    const app = await ledgerApp(open);
    const once = { ...as('boss', undefined, 'k1'), json: { title: 'x', locus: { journey: 'loan' } } };
    const [first, second] = await Promise.all([app.json('/api/v1/tickets', once), app.json('/api/v1/tickets', once)]);
    expect(ticketOf(first).id).toBe(ticketOf(second).id);
    expect((await refusal(app.ask('/api/v1/tickets', { ...once, json: { title: 'y', locus: { journey: 'loan' } } }))).status).toBe(422);
    const moved = await app.json(url('ZG-0001', '/moves'), { ...as('boss', 1, 'k2'), json: { ...assign, target: 0.1 } });
    // Its version is not the current one any more, yet it is no conflict: it is the very same request.
    expect(ticketOf(await app.json(url('ZG-0001', '/moves'), { ...as('boss', 1, 'k2'), json: { ...assign, target: 0.1 } })).version).toBe(ticketOf(moved).version);
    expect(ticketOf(await app.json(url('ZG-0001'), patch('ann', 2, { title: 'z' }, 'k3'))).version).toBe(3);
    expect(ticketOf(await app.json(url('ZG-0001'), patch('ann', 2, { title: 'z' }, 'k3'))).version).toBe(3);
    expect((await app.json('/api/v1/tickets', as('boss'))).total).toBe(1);
  });

  test('a refused move says all that is missing, before and when it is tried', async () => {
    const app = await ledgerApp(open);
    const { id, moves } = await register(app);
    const missing = (name: string) => moves.find((one) => one.move === name)?.missing.map(({ code }) => code);
    expect({ assign: missing('assign'), waive: missing('waive'), close: missing('close') }).toEqual({ assign: ['owner-required', 'department-required', 'due-required', 'target-required'], waive: [], close: ['state'] });
    const refused = await refusal(app.ask(url(id, '/moves'), { ...as('boss', 1), json: { move: 'assign', owner: 'ann' } }));
    expect(refused).toMatchObject({ status: 409, type: 'urn:throughline:move-refused' });
    expect(refused.errors?.map(({ code }) => code)).toEqual(['department-required', 'due-required', 'target-required']);
    expect((await refusal(app.ask(url(id, '/moves'), { ...as('ann', 1), json: { move: 'waive', reason: 'x' } }))).errors?.map(({ code }) => code)).toEqual(['manager-required']);
    expect((await refusal(app.ask(url(id, '/moves'), { ...as('boss', 1), json: { move: 'recur' } }))).errors?.map(({ code }) => code)).toEqual(['state']);
    expect((await refusal(app.ask(url(id, '/moves'), { ...as('boss', 1), json: { move: 'waive', reason: ' ' } }))).status).toBe(400);
  });

  test('a ticket goes on, back, and is waived; every step is in its history and audit with what changed', async () => {
    const app = await ledgerApp(open);
    const { id } = await register(app, { measures: measure('planned') });
    await move(app, 'boss', id, { ...assign, target: 0.1 });
    await move(app, 'ann', id, { move: 'start' });
    await move(app, 'bob', id, { move: 'return', reason: '措施不对' });
    await move(app, 'ann', id, { move: 'start' });
    expect((await refusal(app.ask(url(id), patch('ann', 5, { locus: { journey: 'loan' }, owner: null })))).errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(['/owner owner-required', '/locus state']);
    const waived = await move(app, 'boss', id, { move: 'waive', reason: '业务下线' });
    expect(waived).toMatchObject({ state: 'waived', version: 6, waiver: { by: 'boss', reason: '业务下线' } });
    expect(waived.history.map(({ state }) => state)).toEqual(['registered', 'assigned', 'remediating', 'assigned', 'remediating', 'waived']);
    expect(waived.moves.every(({ allowed }) => !allowed)).toBe(true);
    const audit = (await app.json(url(id, '/audit'), as('ann'))) as unknown as { total: number; intact: boolean; items: Record<string, unknown>[] };
    expect(audit).toMatchObject({ total: 6, intact: true });
    expect(audit.items.map(({ action }) => action)).toEqual(['waive', 'start', 'return', 'start', 'assign', 'register']);
    expect(audit.items[4]).toMatchObject({ actor: 'person:boss', before: { state: 'registered', watchers: ['boss'] }, after: { state: 'assigned', owner: 'ann', department: 'it', due: '2026-06-30', target: 0.1, watchers: ['boss', 'ann'] } });
    expect(Object.keys(audit.items[3]?.after ?? {})).toEqual(['state']);
    expect(audit.items[2]).toMatchObject({ reason: '措施不对', after: { returns: [{ reason: '措施不对' }] } });
    expect(await app.json('/api/v1/tickets?state=waived', as('boss'))).toMatchObject({ total: 1, counts: { waived: 1, open: 0 }, items: [{ id, waiver: { by: 'boss' } }] });
  });

  test('the ledger is filtered, sorted, grouped and paged', async () => {
    const app = await ledgerApp(open);
    for (const fields of [{ due: '2026-05-20', owner: 'ann', department: 'it', title: '甲' }, { due: '2026-06-05', owner: 'boss', title: '乙' }, { locus: { journey: 'loan', touchpoint: 'app' }, title: '丙' }]) await register(app, fields);
    const list = async (query: string, who = 'boss') => (await app.json(`/api/v1/tickets?${query}`, as(who))) as unknown as { total: number; items: { id: string; daysLate: number }[]; groups?: unknown; nextCursor?: string };
    const ids = async (query: string, who?: string) => (await list(query, who)).items.map(({ id }) => id);
    expect(await ids('')).toEqual(['ZG-0001', 'ZG-0002', 'ZG-0003']);
    expect(await ids('owner=me', 'ann')).toEqual(['ZG-0001']);
    expect(await ids('owner=none')).toEqual(['ZG-0003']);
    expect(await ids('department=mine', 'bob')).toEqual(['ZG-0001']);
    expect(await ids('due=late')).toEqual(['ZG-0001']);
    expect(await ids('due=week')).toEqual(['ZG-0002']);
    expect(await ids(`q=${encodeURIComponent('丙')}`)).toEqual(['ZG-0003']);
    expect(await ids('sort=-id&limit=2')).toEqual(['ZG-0003', 'ZG-0002']);
    const { nextCursor = '' } = await list('sort=-id&limit=2');
    expect(await ids(`sort=-id&limit=2&cursor=${nextCursor}`)).toEqual(['ZG-0001']);
    expect(await ids('offset=2')).toEqual(['ZG-0003']);
    expect((await list('group=owner')).groups).toEqual([{ key: 'ann', count: 1 }, { key: 'boss', count: 1 }, { count: 1 }]);
    expect((await list('')).items[0]?.daysLate).toBe(12);
    expect((await app.ask('/api/v1/tickets?level=journey&node=quote~app', as('boss'))).status).toBe(400);
  });

  test('marks of the map are the numbers of the lists behind them', async () => {
    const app = await ledgerApp(open);
    await postEvents(app, loanDays({ from: '2026-05-30', days: 2, perDay: 4, share: 0.5 }));
    await postEvents(app, loanDays({ from: '2026-05-30', days: 2, perDay: 4, share: 0.5, touchpoint: 'hotline' }));
    await register(app, { locus: { journey: 'loan' } });
    await register(app, { locus: { journey: 'loan', step: 'quote' } });
    await register(app, { locus: { journey: 'loan', step: 'quote', touchpoint: 'app' } });
    const { id } = await register(app, { locus: { journey: 'loan', step: 'paid', touchpoint: 'hotline' } });
    await move(app, 'boss', id, { move: 'waive', reason: 'x' });
    for (const [level, query] of [['overview', 'level=overview'], ['journey', 'level=journey&journey=loan']] as const) {
      const { nodes } = panorama.parse(await app.json(`/api/v1/panorama?${query}&from=2026-05-30&to=2026-05-31`, as('boss')));
      expect(nodes).toHaveLength(level === 'overview' ? 2 : 4);
      for (const node of nodes) {
        for (const state of ['registered', 'waived']) {
          const list = await app.json(`/api/v1/tickets?${query}&node=${encodeURIComponent(node.id)}&state=${state}`, as('boss'));
          expect([node.id, state, list.total]).toEqual([node.id, state, node.tickets[state] ?? 0]);
        }
      }
    }
    // Broken an hour ago, and still so: a task that is overdue by now.
    await postEvents(app, [loanEvent('broken', ['quote', 'hotline', 'limited'], '2026-06-01T11:00:00')]);
    await app.json('/api/v1/tasks', { ...as('boss'), json: { instance: 'broken', touchpoint: 'video', dueAt: '2026-06-01T11:30:00+08:00' } });
    for (const query of ['level=overview', 'level=journey&journey=loan']) {
      const { nodes } = panorama.parse(await app.json(`/api/v1/panorama?${query}&from=2026-05-30&to=2026-06-01`, as('boss')));
      for (const node of nodes) {
        const tasks = await app.json(`/api/v1/tasks?${query}&node=${encodeURIComponent(node.id)}&overdue=true`, as('boss'));
        expect([node.id, node.tasks.overdue]).toEqual([node.id, tasks.total]);
      }
      expect(nodes.reduce((sum, { tasks }) => sum + tasks.open, 0)).toBe(1);
    }
    expect(await app.json('/api/v1/panorama/nodes/loan~hotline?from=2026-05-30', as('boss'))).toMatchObject({ node: { tickets: { registered: 2, waived: 1 }, tasks: { open: 1, overdue: 1 } } });
  });

  test('a bulk action sets exactly the filtered tickets, tells those it could not, and can be undone', async () => {
    const app = await ledgerApp(open);
    for (const title of ['甲', '乙', '丙', '丁']) await register(app, { title, due: '2026-06-30' });
    await move(app, 'boss', 'ZG-0004', { move: 'waive', reason: 'x' });
    const bulk = (expected: number, key?: string) => ({ ...as('boss', undefined, key), json: { filter: {}, expected, set: { owner: 'ann', due: '2026-07-31' } } });
    const changed = await refusal(app.ask('/api/v1/tickets/bulk', bulk(3)));
    expect(changed).toMatchObject({ status: 409, type: 'urn:throughline:count-changed', current: 4 });
    const done = bulkAnswer.parse(await app.json('/api/v1/tickets/bulk', bulk(4, 'bulk')));
    expect(done).toMatchObject({ changed: 3, refused: [{ id: 'ZG-0004', missing: [{ code: 'state', params: { state: 'waived' } }] }] });
    expect(bulkAnswer.parse(await app.json('/api/v1/tickets/bulk', bulk(4, 'bulk'))).id).toBe(done.id);
    expect(ticketOf(await app.json(url('ZG-0001'), as('boss')))).toMatchObject({ owner: 'ann', due: '2026-07-31', version: 2, watchers: ['boss', 'ann'] });

    await app.json(url('ZG-0002'), patch('bob', 2, { title: '又改了' }));
    expect((await app.ask(`/api/v1/tickets/bulk/${done.id}/undo`, { ...as('bob'), method: 'POST' })).status).toBe(403);
    expect((await app.ask('/api/v1/tickets/bulk/none/undo', { ...as('boss'), method: 'POST' })).status).toBe(404);
    const undone = bulkAnswer.parse(await app.json(`/api/v1/tickets/bulk/${done.id}/undo`, { ...as('boss'), method: 'POST' }));
    expect(undone).toMatchObject({ changed: 2, refused: [{ id: 'ZG-0002', missing: [{ code: 'changed-since' }] }] });
    const back = ticketOf(await app.json(url('ZG-0001'), as('boss')));
    expect(back).toMatchObject({ due: '2026-06-30', version: 3, watchers: ['boss'] });
    expect(back.owner).toBeUndefined();
    expect(ticketOf(await app.json(url('ZG-0002'), as('boss')))).toMatchObject({ owner: 'ann', title: '又改了' });
    const twice = bulkAnswer.parse(await app.json(`/api/v1/tickets/bulk/${done.id}/undo`, { ...as('boss'), method: 'POST' }));
    expect(twice.changed).toBe(0);
    const redone = bulkAnswer.parse(await app.json(`/api/v1/tickets/bulk/${undone.id}/undo`, { ...as('boss'), method: 'POST' }));
    expect(redone.changed).toBe(2);
    expect(ticketOf(await app.json(url('ZG-0003'), as('boss')))).toMatchObject({ owner: 'ann', due: '2026-07-31' });
  });

  test('managers remind owners; it stands in the time line', async () => {
    const app = await ledgerApp(open);
    const { id } = await register(app);
    expect((await app.ask(url(id, '/reminders'), { ...as('ann'), json: {} })).status).toBe(403);
    expect((await refusal(app.ask(url(id, '/reminders'), { ...as('boss'), json: {} }))).errors?.map(({ code }) => code)).toEqual(['owner-required']);
    await app.json(url(id), patch('boss', 1, { owner: 'ann' }));
    expect(ticketOf(await app.json(url(id, '/reminders'), { ...as('boss'), json: { note: '请尽快' } })).supervision).toEqual([{ level: 0, at: new Date(NOW).toISOString(), to: ['ann'], by: 'boss', note: '请尽快' }]);
  });

  test('the tickets of the demo go with it, and the audit stays', async () => {
    const app = await ledgerApp(open);
    await app.ports.desk.saveDemo(systemAccess('test'), { seed: 'x', scale: 1, journeys: [smallCatalogue.journeys[0]?.id ?? fail()], generatedUntil: NOW });
    await register(app);
    await app.json(url('ZG-0001', '/comments'), { ...as('ann'), json: { text: 'x' } });
    await app.json('/api/v1/demo', { ...as('boss'), method: 'DELETE' });
    expect((await app.json('/api/v1/tickets')).total).toBe(0);
    expect((await app.ask(url('ZG-0001'))).status).toBe(404);
    expect((await (await app.ask('/api/v1/audit')).text()).trim().split('\n')).toHaveLength(3);
  });

  test('a complaint shows its last lawful day', async () => {
    const app = await ledgerApp(open);
    const complaint = { reference: 'T-1', receivedOn: '2026-05-20' };
    const { id, statutoryDue } = await register(app, { complaint });
    expect(statutoryDue).toBe('2026-06-04');
    expect(ticketOf(await app.json(url(id), patch('boss', 1, { complaint: { ...complaint, complex: true } }))).statutoryDue).toBe('2026-06-19');
    const extension = { by: 'boss', on: '2026-06-10', reason: '需外部鉴定' };
    expect(ticketOf(await app.json(url(id), patch('boss', 2, { complaint: { ...complaint, complex: true, extension } }))).statutoryDue).toBe('2026-07-19');
    expect(await app.json('/api/v1/tickets?complaint=true', as('boss'))).toMatchObject({ total: 1, items: [{ statutoryDue: '2026-07-19' }] });
  });

  test('streams hear of every ticket that changes, and of many at once a single time', async () => {
    const app = await ledgerApp(open);
    const heard: unknown[] = [];
    app.services.changes.subscribe(({ message }) => message.type !== 'revision' && heard.push(message));
    const { id } = await register(app);
    expect(heard).toEqual([{ type: 'ticket', id }]);
    for (let index = 0; index < 55; index++) await register(app);
    heard.length = 0;
    await app.json('/api/v1/tickets/bulk', { ...as('boss'), json: { filter: { state: ['open'] }, expected: 56, set: { department: 'it' } } });
    expect(heard).toEqual([{ type: 'resync' }]);
  });
});

test('a plan is drafted as if the fix came today until its days are known', async () => {
  const app = await ledgerApp();
  await postEvents(app, loanDays({ from: addDays('2026-06-01', -40), days: 40, perDay: 40, share: 0.2 }));
  const { id } = await register(app, { target: 0.1 });
  const evidence = await app.json(url(id, '/evidence'), as('boss'));
  expect(evidence).toMatchObject({ draft: true, baselineRate: 0.2, plan: { effectiveFrom: '2026-06-01', baselineTo: '2026-05-31', tooLong: false, target: 0.1 }, effective: [] });
  app.setNow(NOW + DAY);
  expect(await app.json(url(id, '/evidence'), as('boss'))).toMatchObject({ plan: { effectiveFrom: '2026-06-02' } });
});
