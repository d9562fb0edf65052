import { wireEvent } from '#contract';
import { DAY, HOUR, MINUTE, type Instant, type ServiceEvent } from '#model';
import { arbitraryWorld, WORLD_START } from '#model/testing';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { systemAccess, type Access, type ArrivalsQuestion, type EventStore } from '../ports';
import { smallCatalogue } from '../testing';
import { ZONE, type EventStoreSuite } from './event-store.suite';
import { memoryEventStore } from './memory';

const access = systemAccess('test');
const NOW = Date.parse('2026-06-01T12:00:00+08:00');
const TODAY = Date.parse('2026-06-01T00:00:00+08:00');
/** The last three days. */
const asked: ArrivalsQuestion = { starts: [TODAY - 2 * DAY, TODAY - DAY, TODAY], end: TODAY + DAY, now: NOW, jumpMs: HOUR, ordered: 100, sample: 2 };
const NONE = { count: 0, sample: [] };

let rows = 0;
const event = (instance: string, step: string, at: Instant, more: { touchpoint?: string; organisation?: string } = {}): ServiceEvent => ({
  ...wireEvent.parse({ id: `e${++rows}`, instance, journey: 'loan', step, touchpoint: 'app', outcome: 'done', at: new Date(at).toISOString(), ...more }),
  at,
});
const told = (...instances: string[]) => instances.map((instance) => ({ instance, journey: 'loan' }));

/** What every `EventStore` must say of the events that came by themselves. Call it inside `describe`. */
export function arrivalsSuite({ open, reopen, runs }: Pick<EventStoreSuite, 'open' | 'reopen' | 'runs'>): void {
  const opened: EventStore[] = [];
  const fresh = async (): Promise<EventStore> => {
    const store = await open();
    opened.push(store);
    await store.configure(access, smallCatalogue, { now: NOW });
    return store;
  };
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  test('where no event came without a source, or none lately, there is nothing to tell', async () => {
    const store = await fresh();
    const nothing = { events: 0, instances: 0, existing: 0, future: NONE, ordered: 0, backward: NONE, jumps: NONE, withoutEnd: NONE, days: [] };
    expect(await store.arrivals(access, asked)).toEqual(nothing);
    await store.append(access, [event('imported', 'quote', NOW - HOUR), event('imported', 'verify', NOW - 3 * HOUR)], { now: NOW, source: 'import-1' });
    await store.append(access, [event('old', 'quote', NOW - 20 * DAY)], { now: NOW });
    expect(await store.arrivals(access, asked)).toEqual(nothing);
  });

  test('events are told by the order they came in: to come, backward, jumping, without end, and by day and touchpoint', async () => {
    let store = await fresh();
    // What an import brought of an instance is no measure for what came by itself.
    await store.append(access, [event('good', 'paid', NOW - MINUTE)], { now: NOW, source: 'import-1' });
    await store.append(access, [event('good', 'quote', NOW - 3 * DAY), event('good', 'verify', NOW - DAY), event('good', 'paid', NOW - DAY)], { now: NOW });
    await store.append(access, [event('back', 'quote', NOW - HOUR, { touchpoint: 'branch' }), event('back', 'verify', NOW - HOUR - MINUTE)], { now: NOW });
    await store.append(access, [event('jump', 'quote', NOW - 2 * HOUR)], { now: NOW });
    await store.append(access, [event('soon', 'quote', NOW + HOUR), event('both', 'quote', NOW + 2 * DAY)], { now: NOW });
    // By an hour is a jump, and an old time of an instance that is told lately is told, too.
    await store.append(access, [event('jump', 'verify', NOW - 3 * HOUR), event('both', 'quote', Date.parse('1970-01-02T00:00:00Z'))], { now: NOW });
    // Behind the latest, not behind the one before.
    await store.append(access, [event('back', 'verify', NOW - HOUR - MINUTE / 2), event('third', 'quote', NOW - HOUR), event('third', 'verify', NOW - HOUR - 1)], { now: NOW });
    const expected = {
      events: 11,
      instances: 6,
      existing: 5,
      future: { count: 2, sample: told('both', 'soon') },
      // Without what came of long ago first.
      ordered: 12,
      backward: { count: 3, sample: told('third', 'back') },
      jumps: { count: 2, sample: told('both', 'jump') },
      withoutEnd: { count: 4, sample: told('back', 'third') },
    };
    const days = [
      { touchpoint: 'app', day: 1, events: 2 },
      { touchpoint: 'app', day: 2, events: 7 },
      { touchpoint: 'branch', day: 2, events: 1 },
    ];
    const check = async () => {
      const { days: byDay, ...answer } = await store.arrivals(access, asked);
      expect(answer).toEqual(expected);
      expect(byDay.toSorted((a, b) => a.touchpoint.localeCompare(b.touchpoint) || a.day - b.day)).toEqual(days);
    };
    await check();
    // Of the five that came last, what came before them is not known.
    expect(await store.arrivals(access, { ...asked, ordered: 5 })).toMatchObject({ events: 11, ordered: 4, backward: { count: 1, sample: told('third') }, jumps: NONE });
    // Order of arrival is what was stored first, also after others were taken out from among them.
    await store.remove(access, 'import-1', { now: NOW });
    await check();
    if (!reopen) return;
    opened.splice(opened.indexOf(store), 1);
    store = await reopen(store);
    opened.push(store);
    await check();
  });

  test('a scope is told of the instances of its organisations, and merged touchpoints have their days together', async () => {
    const store = await fresh();
    await store.append(access, [event('a', 'quote', NOW - HOUR, { organisation: 'bj', touchpoint: 'video' }), event('b', 'quote', NOW - HOUR, { organisation: 'sh' }), event('c', 'quote', NOW - HOUR)], { now: NOW });
    const [, shanghai] = smallCatalogue.organisations.slice(1);
    const scoped: Access = { ...access, scope: { organisations: [shanghai!.id] } };
    expect(await store.arrivals(scoped, asked)).toMatchObject({ events: 1, instances: 1, withoutEnd: { sample: told('b') } });
    const [app, video, ...touchpoints] = smallCatalogue.touchpoints;
    await store.configure(access, { ...smallCatalogue, touchpoints: [{ ...app!, aliases: [video!.id] }, ...touchpoints] }, { now: NOW });
    expect((await store.arrivals(access, asked)).days).toEqual([{ touchpoint: 'app', day: 2, events: 3 }]);
  });

  test('whatever comes, in whatever batches, both stores tell the same', () =>
    fc.assert(
      fc.asyncProperty(arbitraryWorld(), fc.infiniteStream(fc.nat({ max: 9 })), async (world, picks) => {
        const store = await open();
        opened.push(store);
        const twin = memoryEventStore({ zone: ZONE });
        const [start, now] = [WORLD_START + DAY, world.now];
        const question: ArrivalsQuestion = { starts: Array.from({ length: 5 }, (_, day) => start + day * DAY), end: start + 5 * DAY, now, jumpMs: HOUR, ordered: 1 + (world.events.length % 17), sample: 3 };
        const batches: { events: typeof world.events; source?: string }[] = [];
        for (let first = 0; first < world.events.length; ) {
          const pick = picks.next().value;
          batches.push({ events: world.events.slice(first, first + pick + 1), ...(pick % 3 === 0 && { source: `s${pick}` }) });
          first += pick + 1;
        }
        for (const one of [store, twin]) {
          await one.configure(access, world.catalogue, { now });
          for (const { events, source } of batches) await one.append(access, events, { now, ...(source !== undefined && { source }) });
          await one.remove(access, 's3', { now });
        }
        const sorted = async (one: EventStore) => {
          const { days, ...answer } = await one.arrivals(access, question);
          return { ...answer, days: days.map((day) => JSON.stringify(day)).toSorted() };
        };
        expect(await sorted(store)).toEqual(await sorted(twin));
      }),
      { numRuns: runs },
    ));
}
