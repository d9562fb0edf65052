import { ApiError } from '#api';
import type { TicketTold } from '#contract';
import { ticketTold } from '#contract';
import { expect, test } from 'vitest';
import { EditQueue, shownOf } from './edit-queue';
import type { PendingEdit } from './edits';

const first = ticketTold.parse({
  id: 'ZG-0001', version: 1, state: 'registered', title: '甲', locus: { journey: 'loan' }, measure: 'break-rate', important: false, registeredAt: '2026-06-01T00:00:00.000Z',
  measures: [], effective: [], recurrences: [], returns: [], supervision: [], watchers: [], instances: [], history: [], updatedAt: '2026-06-01T00:00:00.000Z',
  moves: [], daysLate: 0, audit: { entries: 1, intact: true }, comments: 0, attachments: 0,
});

const network = () => new ApiError({ kind: 'network' }, 'PATCH /tickets/:id');
const stale = (current: TicketTold) =>
  new ApiError({ kind: 'problem', code: 'version-stale', problem: { type: 'urn:throughline:version-stale', title: 'Somebody changed it meanwhile', status: 412, current } }, 'PATCH /tickets/:id');

/** A server with one ticket, which can be away. */
function world(stored: PendingEdit[] = []) {
  const server = { ticket: first, away: false };
  const page = { ticket: first, stored };
  let keys = 0;
  const queue = new EditQueue({
    held: () => page.ticket,
    keep: (ticket) => void (page.ticket = ticket),
    send: async (version, { patch }) => {
      if (server.away) throw network();
      if (version !== server.ticket.version) throw stale(server.ticket);
      const set = Object.fromEntries(Object.entries(patch).map(([field, value]) => [field, value ?? undefined]));
      server.ticket = ticketTold.parse({ ...server.ticket, ...set, version: version + 1 });
      page.ticket = server.ticket;
      return server.ticket;
    },
    store: (edits) => void (page.stored = [...edits]),
    stored,
    newKey: () => `key-${++keys}`,
  });
  return { server, page, queue, somebodyElse: (change: Partial<TicketTold>) => void (server.ticket = { ...server.ticket, ...change, version: server.ticket.version + 1 }) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('edits arrive one after the other, each on the version the one before made', async () => {
  const { server, queue } = world();
  queue.edit({ title: '乙' });
  queue.edit({ due: '2026-07-01' });
  await settled();
  expect(server.ticket).toMatchObject({ title: '乙', due: '2026-07-01', version: 3 });
  expect(queue.snapshot()).toEqual({ edits: [], state: { kind: 'saved' }, arrived: server.ticket });
});

test('without a network they wait, are remembered, and arrive when it is back', async () => {
  const { server, page, queue } = world();
  server.away = true;
  queue.edit({ title: '乙' });
  queue.edit({ due: '2026-07-01' });
  await settled();
  expect(queue.snapshot().state).toEqual({ kind: 'waiting', count: 2 });
  const { queue: reloaded, server: later } = world(page.stored);
  await reloaded.flush();
  expect(later.ticket).toMatchObject({ title: '乙', due: '2026-07-01' });
});

test('on top of somebody else’s edit of another field it goes on by itself', async () => {
  const { server, queue, somebodyElse } = world();
  somebodyElse({ due: '2026-07-09' });
  queue.edit({ title: '乙' });
  await settled();
  expect(server.ticket).toMatchObject({ title: '乙', due: '2026-07-09', version: 3 });
});

test('on the same field a person decides, and nothing typed is lost until then', async () => {
  const { server, page, queue, somebodyElse } = world();
  somebodyElse({ title: '丙' });
  queue.edit({ title: '乙' });
  queue.edit({ due: '2026-07-01' });
  await settled();
  expect(queue.snapshot().state).toMatchObject({ kind: 'conflict', conflicts: [{ field: 'title', seen: '甲', mine: '乙', theirs: '丙' }] });
  expect(page.stored).toHaveLength(2);
  queue.resolve(new Set(['title']));
  await settled();
  expect(server.ticket).toMatchObject({ title: '乙', due: '2026-07-01' });
});

test('whoever keeps the other’s version sends only the rest', async () => {
  const { server, queue, somebodyElse } = world();
  somebodyElse({ title: '丙' });
  queue.edit({ title: '乙', due: '2026-07-01' });
  await settled();
  queue.resolve(new Set());
  await settled();
  expect(server.ticket).toMatchObject({ title: '丙', due: '2026-07-01' });
  expect(queue.snapshot().state).toEqual({ kind: 'saved' });
});

test('an edit is on screen from the click on, even where the page hears of its arrival later than the queue does', async () => {
  const { page, queue } = world();
  // What the page draws with: it is told of a newer ticket some time after the cache holds it.
  const drawn = page.ticket;
  const titles: string[] = [];
  queue.subscribe(() => titles.push(shownOf(drawn, queue.snapshot()).title));
  queue.edit({ title: '乙' });
  expect(titles).toEqual(['乙']);
  await settled();
  expect(queue.snapshot().edits).toEqual([]);
  expect(new Set(titles)).toEqual(new Set(['乙']));
  expect(shownOf(drawn, queue.snapshot()).version).toBe(2);
});

test('what somebody else has made of it since is newer than what the last edit made', async () => {
  const { server, queue, somebodyElse } = world();
  queue.edit({ title: '乙' });
  await settled();
  somebodyElse({ title: '丙' });
  expect(shownOf(server.ticket, queue.snapshot()).title).toBe('丙');
});
