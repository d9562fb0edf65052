import { evidenceAnswer, getTickets } from '#contract';
import { demoCatalogue, demoPeople, demoTickets, generate } from '#demo';
import { DAY, type ServiceEvent } from '#model';
import { expect, test } from 'vitest';
import { createApp } from '../app';
import { systemAccess } from '../ports';
import { memoryDeskStore, memoryEventStore, memoryFileSpool, memoryLedgerStore } from '../stores/memory';
import { ZONE } from '../testing';
import { fillLedger } from './fill-ledger';

/** As small a demo as browser tests see. */
const SCALE = 0.5;
/** What the fixes come round in and a baseline before it. */
const HISTORY = 250 * DAY;
const PRESENTS = ['2026-02-10', '2026-04-24', '2026-06-17', '2026-09-08', '2026-11-26'].map((day) => Date.parse(`${day}T15:00:00+08:00`));
const [FIRST, LAST] = [PRESENTS[0] ?? 0, PRESENTS.at(-1) ?? 0];
const JOURNEYS = new Set<string>(['identity', 'renewal', 'change']);
const access = systemAccess('test');

test('whatever the present is, the demo has tickets that closed on evidence, recurred, were waived, failed their test, and passed it and wait', { timeout: 240_000 }, async () => {
  const stores = { events: memoryEventStore({ zone: ZONE }), desk: memoryDeskStore(), spool: memoryFileSpool() };
  let now = LAST;
  const open = () => createApp({ ...stores, ledger: memoryLedgerStore(), clock: () => now, config: { zone: ZONE, version: 'test', pageApi: '/api/v1' } });
  const { people, departments } = demoPeople();
  await stores.desk.replacePeople(access, people, departments);
  await stores.desk.putCatalogue(access, demoCatalogue());
  const events: ServiceEvent[] = [];
  for (const event of generate({ seed: 'throughline', scale: SCALE, from: FIRST - HISTORY, until: LAST })) if (JOURNEYS.has(event.journey)) events.push(event);
  await open().services.catalogue.open();
  for (let at = 0; at < events.length; at += 20_000) await stores.events.append(access, events.slice(at, at + 20_000), { now, detection: 'later' });
  const filled = open();
  await filled.services.catalogue.open();
  await filled.services.catalogue.change(access, (same) => same);

  for (const present of PRESENTS) {
    now = present;
    const app = open();
    await app.services.catalogue.open();
    // What lies after the present is in the store already, and must not be looked at.
    await fillLedger(app.services, demoTickets({ until: present, from: present - HISTORY }).filter(({ locus, important, waived }) => JOURNEYS.has(locus.journey) && (locus.step !== undefined || important || waived)), present);
    const ask = async (path: string) => (await (await app.fetch(new Request(`http://localhost/api/v1/tickets${path}`, { headers: { 'x-acting-as': 'lin' } }))).json()) as unknown;
    const { items, counts } = getTickets.output!.parse(await ask('?limit=100'));
    const when = new Date(present).toISOString().slice(0, 10);

    expect(counts.byState.closed, when).toBeGreaterThan(0);
    expect(counts.byState.remediating, when).toBeGreaterThan(0);
    expect(counts.byState.registered, when).toBeGreaterThan(0);
    expect(counts.waived, when).toBeGreaterThan(0);
    expect(items.filter(({ recurrences }) => recurrences > 0).length, when).toBeGreaterThan(0);
    expect([counts.passed > 0, counts.failed > 0], when).toEqual([true, true]);
    expect(counts.verify, when).toBe(counts.passed + counts.failed);
    expect(items.filter(({ tested }) => tested?.passed).length, when).toBeGreaterThanOrEqual(counts.passed);
    expect(items.filter(({ tested }) => tested?.passed === false).length, when).toBeGreaterThanOrEqual(counts.failed);
    for (const { id, tested, state, updatedAt } of items) {
      expect(Date.parse(updatedAt), id).toBeLessThanOrEqual(present);
      if (tested) expect([state, evidenceAnswer.parse(await ask(`/${id}/evidence`)).verdict?.passed], id).toEqual(['verifying', tested.passed]);
    }
  }
});
