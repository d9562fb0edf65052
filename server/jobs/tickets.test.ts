import { DAY } from '#model';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { superviseTickets } from '../services/tickets/supervise';
import { as, ledgerApp, NOW, storeKinds, type TestApp, ticketOf } from '../testing';
import { startTicketJobs } from './tickets';

afterEach(() => void vi.useRealTimers());

const register = async (app: TestApp, fields: Record<string, unknown>) => ticketOf(await app.json('/api/v1/tickets', { ...as('boss'), json: { title: 'x', locus: { journey: 'loan' }, ...fields } })).id;
const ticket = async (app: TestApp, id: string) => ticketOf(await app.json(`/api/v1/tickets/${id}`, as('boss')));
const supervise = (app: TestApp) => superviseTickets(app.services, app.services.handoffSettings, app.ports.clock());
const told = async (app: TestApp, id: string) => (await ticket(app, id)).supervision.map(({ level, to }) => `${level}: ${to.join(', ')}`);

describe.each(storeKinds)('on $name', ({ open }) => {
  test('a late ticket is told to its owner, then to the managers of its department, then at headquarters, each level once', async () => {
    // Due on Friday 2026-06-05.
    const app = await ledgerApp(open);
    const id = await register(app, { due: '2026-06-05', owner: 'ann', department: 'it' });
    const heard: unknown[] = [];
    app.services.changes.subscribe(({ message }) => message.type === 'ticket' && heard.push(message.id));
    const on = async (days: number) => {
      app.setNow(NOW + days * DAY);
      await supervise(app);
      await supervise(app);
      return told(app, id);
    };
    expect(await on(6)).toEqual([]);
    expect(await on(7)).toEqual(['1: ann']);
    expect(heard).toEqual([id]);
    expect(await on(9)).toEqual(['1: ann', '2: head']);
    // Seven business days, as the calendar of mainland China counts them: Dragon Boat Festival is on Friday 2026-06-19.
    expect(await on(15)).toEqual(['1: ann', '2: head', '3: boss']);
    expect(await app.json('/api/v1/tickets?due=late', as('boss'))).toMatchObject({ items: [{ supervisionLevel: 3, daysLate: 11 }] });
    expect(await app.json(`/api/v1/tickets/${id}/audit`, as('boss'))).toMatchObject({ items: [{ actor: 'system:supervision', action: 'supervise', after: { supervision: [{ level: 3, to: ['boss'] }] } }, {}, {}, {}] });
  });

  test('a new due day is another: its levels are told anew', async () => {
    const app = await ledgerApp(open);
    const id = await register(app, { due: '2026-05-29', owner: 'ann', department: 'it' });
    await supervise(app);
    expect(await told(app, id)).toEqual(['1: ann']);
    await app.json(`/api/v1/tickets/${id}`, { ...as('boss', 2), method: 'PATCH', json: { due: '2026-06-03' } });
    await supervise(app);
    app.setNow(NOW + 3 * DAY);
    await supervise(app);
    expect(await told(app, id)).toEqual(['1: ann', '1: ann']);
  });

  test('what was missed is made up for at once; without an owner whoever registered it is told, without managers those above', async () => {
    const app = await ledgerApp(open);
    const id = await register(app, { due: '2026-05-11' });
    await supervise(app);
    expect(await told(app, id)).toEqual(['1: boss', '2: boss', '3: boss']);
    expect((await ticket(app, id)).version).toBe(2);
  });

  test('two servers at once tell each level once', async () => {
    const app = await ledgerApp(open);
    const id = await register(app, { due: '2026-05-29', owner: 'ann' });
    await Promise.all([supervise(app), supervise(app), supervise(app)]);
    expect(await told(app, id)).toEqual(['1: ann']);
  });
});

test('the job looks at start, when a day begins, and at what changes in between', async () => {
  const app = await ledgerApp();
  const early = await register(app, { due: '2026-05-29', owner: 'ann' });
  const id = await register(app, { due: '2026-06-01', owner: 'ann' });
  vi.useFakeTimers();
  const stop = startTicketJobs(app.services);
  const becomes = async (ticketId: string, entries: string[]) => {
    let now = await told(app, ticketId);
    for (let tries = 0; tries < 100 && now.length < entries.length; tries++) {
      await vi.advanceTimersByTimeAsync(10_000);
      now = await told(app, ticketId);
    }
    expect(now).toEqual(entries);
  };
  await becomes(early, ['1: ann']);
  expect(await told(app, id)).toEqual([]);
  app.setNow(NOW + DAY);
  await becomes(id, ['1: ann']);
  await becomes(await register(app, { due: '2026-06-01', owner: 'bob' }), ['1: bob']);
  await stop();
});
