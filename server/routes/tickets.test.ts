import { evidenceAnswer, problem, ticketAnswer, type TicketTold } from '#contract';
import { DAY, type DepartmentId, person as personSchema } from '#model';
import { describe, expect, test } from 'vitest';
import { systemAccess } from '../ports';
import { loanEvent, NOW, smallCatalogue, storeKinds, testApp, type TestApp } from '../testing';

const people = [
  { id: 'boss', name: { zh: '甲' }, department: 'cx', roles: ['manager'] },
  { id: 'ann', name: { zh: '乙' }, department: 'it', roles: ['owner'] },
  { id: 'bob', name: { zh: '丙' }, department: 'it', roles: ['owner'] },
].map((one) => personSchema.parse(one));
const departments = ['cx', 'it'].map((id) => ({ id: id as DepartmentId, name: { zh: id } }));

async function ledgerApp(open?: () => ReturnType<(typeof storeKinds)[number]['open']>): Promise<TestApp> {
  const app = await testApp({ catalogue: smallCatalogue, ...(open && { stores: await open() }) });
  await app.ports.desk.replacePeople(systemAccess('test'), people, departments);
  return app;
}

const as = (id: string, version?: number) => ({ headers: { 'x-acting-as': id, ...(version !== undefined && { 'if-match': `"${version}"` }) } });
const told = (answer: unknown): TicketTold => ticketAnswer.parse(answer).ticket;

describe.each(storeKinds)('on $name', ({ open }) => {
  test('a ticket goes from registered to remediating, and says what each move still needs', async () => {
    const app = await ledgerApp(open);
    const events = Array.from({ length: 40 }, (_, day) => {
      const at = new Date(NOW - (40 - day) * DAY).toISOString().slice(0, 10);
      return Array.from({ length: 10 }, (_one, index) => [
        loanEvent(`i${day}-${index}`, ['quote', 'app', index < 2 ? 'limited' : 'done'], `${at}T10:00:00`),
        loanEvent(`i${day}-${index}`, ['verify', 'app', 'done'], `${at}T10:01:00`),
      ]).flat();
    }).flat();
    await app.json('/api/v1/events', { json: events });
    const response = await app.ask('/api/v1/tickets', { ...as('boss'), json: { title: '试算超限', locus: { journey: 'loan', step: 'quote' }, measures: [{ id: 'm1', title: '提示前置', state: 'planned' }] } });
    expect(response.status).toBe(201);
    expect(response.headers.get('etag')).toBe('"1"');
    const first = told(await response.json());
    expect(first).toMatchObject({ id: 'ZG-0001', state: 'registered', baseline: { n: 400, hits: 80, rate: 0.2, days: 40 }, watchers: ['boss'] });
    expect(first.moves.find(({ move }) => move === 'assign')).toEqual({ move: 'assign', allowed: false, missing: [{ code: 'owner-required' }, { code: 'department-required' }, { code: 'due-required' }] });

    const assigned = told(await app.json('/api/v1/tickets/ZG-0001/moves', { ...as('boss', 1), json: { move: 'assign', owner: 'ann', department: 'it', due: '2026-06-30', target: 0.1 } }));
    expect(assigned).toMatchObject({ state: 'assigned', version: 2, owner: 'ann', target: 0.1, watchers: ['boss', 'ann'] });
    const started = told(await app.json('/api/v1/tickets/ZG-0001/moves', { ...as('ann', 2), json: { move: 'start' } }));
    expect(started.state).toBe('remediating');
    const refused = problem.parse(await (await app.ask('/api/v1/tickets/ZG-0001/moves', { ...as('ann', 3), json: { move: 'submit' } })).json());
    expect(refused.status).toBe(409);
    expect(refused.errors?.map(({ code }) => code)).toEqual(['measure-done-required', 'effective-required']);
    const list = await app.json('/api/v1/tickets', as('ann'));
    expect(list).toMatchObject({ total: 1, counts: { open: 1, mine: 1 } });
    const evidence = evidenceAnswer.parse(await app.json('/api/v1/tickets/ZG-0001/evidence', as('ann')));
    expect(evidence).toMatchObject({ draft: true, plan: { tooLong: false, baselineRate: 0.2 }, baselineRate: 0.2 });
  }, 60_000);
});
