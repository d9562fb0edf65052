import {
  canonicalPlace,
  clockHours,
  compareEvents,
  compareIds,
  countChain,
  countDays,
  countEdge,
  countFrames,
  countGroups,
  countLocusDays,
  countPanorama,
  countPlace,
  countVariants,
  eventId,
  customerId,
  daysFrom,
  filterTest,
  instanceId,
  interruptionId,
  interruptionIdOf,
  journeyEvent,
  journeyRules,
  selectRows,
  zoneOf,
  type Catalogue,
  type CustomerId,
  type DerivedInstance,
  type EdgeKey,
  type FrameCuts,
  type InstanceId,
  type Locus,
  type OrganisationId,
  type PanoramaCounts,
  type ServiceEvent,
} from '#model';
import { admitted, arbitraryCatalogue, arbitraryQuestion, arbitraryWorld, derive, numbersOfMap, numbersOfOutcomes, numbersOfPaths, WORLD_START, type World } from '#model/testing';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { systemAccess, type Access, type EventStore, type MapQuestion } from '../ports';

const access = systemAccess('test');
export const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const ALWAYS = { from: '2000-01-01', to: '2100-01-01' };

export interface EventStoreSuite {
  open: () => Promise<EventStore>;
  /** The same store as a new process would find it. */
  reopen?: (store: EventStore) => Promise<EventStore>;
  /** Random logs a property is tried with: fewer where a store is slow to open. */
  runs: number;
  /** Numbers of a map whose lists are fetched, spread over it: fewer where a question takes milliseconds. */
  numbers: number;
}

/** All the ways the rows of a log can come in: in batches of any size, one after the other or several at once. */
const arbitraryBatches = fc.record({ size: fc.integer({ min: 1, max: 12 }), together: fc.boolean() });
type Batches = typeof arbitraryBatches extends fc.Arbitrary<infer Value> ? Value : never;

async function appendAll(store: EventStore, events: readonly ServiceEvent[], now: number, { size, together }: Batches): Promise<void> {
  const batches: ServiceEvent[][] = [];
  for (let first = 0; first < events.length; first += size) batches.push(events.slice(first, first + size));
  if (together) await Promise.all(batches.map((batch) => store.append(access, batch, { now })));
  else for (const batch of batches) await store.append(access, batch, { now });
}

const edgesOf = ({ flows, handoffs, losses }: PanoramaCounts): EdgeKey[] => [
  ...flows.map(({ from, to }): EdgeKey => ({ kind: 'flow', from, to })),
  ...handoffs.map(({ from, to, carrier }): EdgeKey => ({ kind: carrier, from, to })),
  ...losses.map(({ from }): EdgeKey => ({ kind: 'loss', from })),
];

/** The days that instances started on, and up to two weeks of their hours. */
function cutsOf(instances: readonly DerivedInstance[]): FrameCuts[] {
  const started = instances.map(({ day }) => day).toSorted(compareIds);
  const days = daysFrom(started[0] ?? '2024-03-01', started.at(-1) ?? '2024-03-01');
  const hours = days.slice(0, 14).flatMap((day) => clockHours(zoneOf(ZONE), day));
  return [
    { by: 'day', days },
    { by: 'hour', starts: hours.map(({ from }) => from) },
  ];
}

/** Holds every answer of a store against what the model counts from these instances, and the lists behind so many numbers of the map. */
async function expectAnswersOf(
  numbers: number,
  store: EventStore,
  question: MapQuestion,
  instances: readonly DerivedInstance[],
  catalogue: Catalogue,
): Promise<void> {
  const { level, filter } = question;
  const selected = instances.filter(filterTest(filter, catalogue.organisations));
  const map = countPanorama(level, selected);
  expect(await store.panorama(access, question)).toEqual(map);
  expect([...(await store.days(access, question))]).toEqual([...countDays(level, selected)]);
  for (const cuts of cutsOf(selected)) expect(await store.frames(access, { ...question, cuts })).toEqual(countFrames(level, cuts, selected));
  for (const { id: node } of map.nodes) expect(await store.place(access, { ...question, node })).toEqual(countPlace(level, node, selected));
  for (const { id: node } of map.nodes) expect(await store.groups(access, { ...question, node })).toEqual(countGroups(level, node, selected));
  for (const edge of edgesOf(map)) expect(await store.edge(access, { ...question, edge })).toEqual(countEdge(level, edge, selected));
  for (const journey of new Set(selected.map((one) => one.journey))) {
    expect(await store.chain(access, { ...filter, journeys: [journey] })).toEqual(countChain(selected.filter((one) => one.journey === journey)));
  }
  const page = { offset: map.nodes.length % 3, limit: 4 };
  expect(await store.variants(access, question, page)).toEqual(countVariants(level, selected, page));
  const outcomes = map.nodes.flatMap(({ id }) => [...numbersOfOutcomes(question, countPlace(level, id, selected)!)]);
  const paths = countVariants(level, selected, { offset: 0, limit: Infinity });
  const all = [...numbersOfMap(question, map), ...numbersOfPaths(question, paths), ...outcomes];
  const every = Math.ceil(all.length / numbers) || 1;
  for (const { number, selection } of all.filter((_, index) => index % every === map.nodes.length % every)) {
    const { total, rows } = await store.rows(access, selection, { sort: 'startedAt', offset: 0, limit: 500 });
    expect({ selection, total }).toEqual({ selection, total: number });
    expect(rows).toHaveLength(number);
  }
}

/** The events of an instance that count, in order. */
function knownEvents({ catalogue, events }: World, instance: InstanceId): ServiceEvent[] {
  const rules = journeyRules(catalogue);
  return events.filter((event) => event.instance === instance && typeof journeyEvent(rules, event) !== 'string').toSorted(compareEvents);
}

/** Holds what a store says of single interruptions against detection from scratch. @param organisation a scope to try as well */
async function expectInterruptions(store: EventStore, world: World, organisation: OrganisationId | undefined): Promise<void> {
  const kept = { ...world, events: admitted(world) };
  const customers = customersOf(kept);
  const rules = journeyRules(world.catalogue);
  const all = derive(world).flatMap((instance) => {
    const events = knownEvents(kept, instance.id);
    return instance.detection.interruptions.map((one) => ({ instance, one, events, id: interruptionIdOf({ instance: instance.id, kind: one.kind, anchor: events[one.anchor]!.id }) }));
  });
  const byId = <Item extends { id: string }>(items: readonly Item[]) => items.toSorted((a, b) => compareIds(a.id, b.id));
  const asked = [...all.map(({ id }) => id), ...all.slice(0, 1).map(({ id }) => interruptionId.parse(`${id}x`)), interruptionId.parse('none'), interruptionId.parse('nobody~limit~nothing')];
  for (const organisations of [undefined, ...(organisation === undefined ? [] : [[organisation]])]) {
    const asker: Access = organisations ? { ...access, scope: { organisations } } : access;
    const visible = all.filter(({ instance }) => !organisation || !organisations || filterTest({ ...ALWAYS, organisation }, world.catalogue.organisations)(instance));
    const journeys = world.catalogue.journeys.slice(1).map(({ id: journey }) => journey);
    const instances = [instanceId.parse('nobody'), ...kept.events.slice(0, 3).map(({ instance }) => instance)];
    for (const among of [undefined, { journeys }, { instances }, { journeys, instances }, { instances: [] }]) {
      const pending = visible.filter(({ one, instance: { id, journey } }) => one.pending && (among?.journeys?.includes(journey) ?? true) && (among?.instances?.includes(id) ?? true));
      expect(byId(await store.pendingInterruptions(asker, among))).toEqual(
        byId(
          pending.map(({ id, instance: { id: instance, journey, detection }, one: { step, touchpoint, kind, reason, at, anchor }, events }) => {
            const context = events.slice(0, anchor + 1).map((event) => canonicalPlace(rules, event)).map((event) => ({ id: event.id, step: event.step, touchpoint: event.touchpoint, outcome: event.outcome, at: event.at, reason: event.reason, attributes: event.attributes }));
            return { id, instance, journey, step, touchpoint, kind, reason, at, organisation: detection.organisation, segment: detection.segment, customer: customers.get(instance), context };
          }),
        ),
      );
    }
    const told = visible.map(({ id, one: { resolution, pending, carrier, continuedAt } }) => [id, { resolution, pending, carrier, continuedAt }] as const);
    expect(await store.interruptionsNow(asker, asked)).toEqual(new Map(told));
  }
  expect(await store.interruptionsNow(access, [])).toEqual(new Map());
}

/** Loci around every interruption of some instances: as narrow as can be, and wider. */
function lociOf(instances: readonly DerivedInstance[]): Locus[] {
  const loci = instances.flatMap(({ journey, detection }) =>
    detection.interruptions.slice(0, 2).flatMap(({ step, touchpoint, kind, reason }): Locus[] => [
      { journey },
      { journey, step },
      { journey, touchpoint, kind },
      { journey, step, touchpoint, ...(reason !== undefined && { reason }) },
    ]),
  );
  return [...new Map(loci.map((locus) => [JSON.stringify(locus), locus])).values()];
}

/** The customer of each instance's first event that names one, exists and is known to the catalogue. */
function customersOf({ catalogue, events, now }: World): Map<string, CustomerId | undefined> {
  const rules = journeyRules(catalogue);
  const existing = events.filter((event) => event.customer !== undefined && event.at <= now && typeof journeyEvent(rules, event) !== 'string');
  return new Map(existing.toSorted((a, b) => b.at - a.at || compareIds(b.id, a.id)).map(({ instance, customer }) => [instance, customer]));
}

/** What every `EventStore` must do. Call it inside `describe`. */
export function eventStoreSuite({ open, reopen, runs, numbers }: EventStoreSuite): void {
  const expectAnswers = (...asked: [EventStore, MapQuestion, readonly DerivedInstance[], Catalogue]) => expectAnswersOf(numbers, ...asked);
  const opened: EventStore[] = [];
  const fresh = async (): Promise<EventStore> => {
    const store = await open();
    opened.push(store);
    return store;
  };
  const close = async (store: EventStore): Promise<void> => {
    opened.splice(opened.indexOf(store), 1);
    await store.close();
  };
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  const property = <Values extends [unknown, ...unknown[]]>(
    arbitraries: { [Key in keyof Values]: fc.Arbitrary<Values[Key]> },
    check: (store: EventStore, ...values: Values) => Promise<void>,
    numRuns = runs,
  ) =>
    fc.assert(
      fc.asyncProperty(...arbitraries, async (...values: Values) => {
        const store = await fresh();
        await check(store, ...values);
        await close(store);
      }),
      { numRuns },
    );
  const questioned = (options?: Parameters<typeof arbitraryWorld>[0]) =>
    arbitraryWorld(options).chain((world) => fc.record({ world: fc.constant(world), question: arbitraryQuestion(world.catalogue) }));
  const filled = async (store: EventStore, world: World): Promise<void> => {
    await store.configure(access, world.catalogue, { now: world.now });
    await store.append(access, world.events, { now: world.now });
  };

  test('whatever the batches, every answer is what the model counts from the whole log', () =>
    property([questioned({ dirty: true }), arbitraryBatches], async (store, { world, question }, batches) => {
      await store.configure(access, world.catalogue, { now: world.now });
      await appendAll(store, world.events, world.now, batches);
      await expectAnswers(store, question, derive(world), world.catalogue);
    }));

  test('rows come sorted, ties by id, in pages', () =>
    property(
      [questioned(), fc.constantFrom('startedAt', '-startedAt', 'duration', '-duration', 'interruptions', '-interruptions'), fc.constantFrom('instances', 'interruptions', 'visits')],
      async (store, { world, question }, sort, rows) => {
        await filled(store, world);
        const measure = ({ detection: { startedAt, lastAt, interruptions } }: DerivedInstance) =>
          sort.endsWith('At') ? startedAt : sort.endsWith('duration') ? lastAt - startedAt : interruptions.length;
        const direction = sort.startsWith('-') ? -1 : 1;
        const sorted = derive(world).toSorted((a, b) => direction * (measure(a) - measure(b)) || compareIds(a.id, b.id));
        const expected = [...selectRows({ ...question, rows }, world.catalogue.organisations, sorted)];
        const pages = [];
        for (let offset = 0; offset <= expected.length; offset += 3)
          pages.push(...(await store.rows(access, { ...question, rows }, { sort, offset, limit: 3 })).rows);
        expect(pages.map(({ id, interruption, visit }) => ({ id, at: interruption?.at, visit: visit?.firstAt }))).toEqual(
          expected.map(({ instance, interruption, visit }) => ({ id: instance.id, at: interruption?.at, visit: visit?.firstAt })),
        );
      },
      Math.ceil(runs / 2),
    ));

  test('what a batch is told adds up to what is stored', () =>
    property([arbitraryWorld({ dirty: true })], async (store, world) => {
      await store.configure(access, world.catalogue, { now: world.now });
      const { accepted, duplicates, rejected } = await store.append(access, world.events, { now: world.now });
      expect(accepted).toBe(admitted(world).length);
      expect(accepted + duplicates + rejected.length).toBe(world.events.length);
      // The same rows again: all that was stored is a duplicate, and so are rejected rows whose id was stored after them.
      const again = await store.append(access, world.events, { now: world.now });
      expect(again.accepted).toBe(0);
      expect(again.duplicates).toBe(world.events.filter(({ id }) => admitted(world).some((one) => one.id === id)).length);
      expect(again.duplicates + again.rejected.length).toBe(world.events.length);
    }));

  test('sweeping as time goes on comes to what detection from scratch finds', () =>
    property([questioned(), fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 4 })], async (store, { world, question }, hours) => {
      const times = [...hours.map((hour) => WORLD_START + hour * HOUR), world.now].toSorted((a, b) => a - b);
      await store.configure(access, world.catalogue, { now: times[0]! });
      await store.append(access, world.events, { now: times[0]! });
      for (const now of times) {
        await store.sweep(access, now);
        expect(store.nextChangeAt ?? Infinity).toBeGreaterThan(now);
      }
      await expectAnswers(store, question, derive({ ...world, now: times.at(-1)! }), world.catalogue);
    }));

  test('nothing differs before the time a store names', () =>
    property([questioned()], async (store, { world, question }) => {
      await filled(store, world);
      const until = store.nextChangeAt === undefined ? world.now + 10_000 * HOUR : store.nextChangeAt - 1;
      await expectAnswers(store, question, derive({ ...world, now: until }), world.catalogue);
    }, Math.ceil(runs / 2)));

  test('another catalogue leads to what a new store would answer, and the events stay', () =>
    property([arbitraryWorld(), arbitraryCatalogue.chain((next) => fc.record({ next: fc.constant(next), question: arbitraryQuestion(next) }))], async (store, world, { next, question }) => {
      await filled(store, world);
      const events = admitted(world);
      await store.configure(access, next, { now: world.now });
      await expectAnswers(store, question, derive({ ...world, catalogue: next, events }), next);
      await store.configure(access, world.catalogue, { now: world.now });
      expect(await store.panorama(access, { level: 'overview', filter: ALWAYS })).toEqual(countPanorama('overview', derive(world)));
    }));

  test('a customer is that of the first event that counts, also after the catalogue has forgotten a touchpoint', () =>
    property([arbitraryWorld()], async (store, world) => {
      const named = { ...world, events: world.events.map((event, index) => ({ ...event, customer: customerId.parse(`c${index}`) })) };
      await filled(store, named);
      const next = { ...world.catalogue, touchpoints: world.catalogue.touchpoints.slice(1) };
      for (const catalogue of [world.catalogue, next]) {
        await store.configure(access, catalogue, { now: world.now });
        const { rows } = await store.rows(access, { level: 'overview', filter: ALWAYS, rows: 'instances' }, { sort: 'startedAt', offset: 0, limit: 500 });
        expect(new Map(rows.map(({ id, customer }) => [id, customer]))).toEqual(customersOf({ ...named, catalogue, events: admitted(named) }));
      }
    }, 2 * runs));

  test('events that wait for their catalogue are in no answer before it, and in every one after', () =>
    property([questioned(), arbitraryBatches], async (store, { world, question }, { size }) => {
      for (let first = 0; first < world.events.length; first += size)
        await store.append(access, world.events.slice(first, first + size), { now: world.now, detection: 'later' });
      expect(await store.extent(access)).toEqual({ events: 0, instances: 0 });
      for (const { id } of world.catalogue.journeys) {
        const sequences: unknown[] = [];
        for await (const steps of store.sequences(access, id)) sequences.push(steps);
        expect(sequences.length).toBe(new Set(world.events.filter((event) => event.journey === id).map((event) => event.instance)).size);
      }
      await store.configure(access, world.catalogue, { now: world.now });
      await expectAnswers(store, question, derive(world), world.catalogue);
    }));

  test('while a catalogue is taken in, every answer is the old one or the new one, and events that come meanwhile are in the new one', () =>
    property([arbitraryWorld(), arbitraryCatalogue], async (store, world, next) => {
      const question: MapQuestion = { level: 'overview', filter: ALWAYS };
      const half = Math.floor(world.events.length / 2);
      await filled(store, { ...world, events: world.events.slice(0, half) });
      const answers = new Map<string, PanoramaCounts>();
      const configured = store.configure(access, next, { now: world.now });
      const appended = store.append(access, world.events.slice(half), { now: world.now });
      let busy = true;
      const watching = (async () => {
        while (busy) {
          const asked = store.revision;
          const answer = await store.panorama(access, question);
          // An answer is of the revision it was asked at, or of a later one when that has moved meanwhile.
          if (store.revision === asked) {
            expect(answer).toEqual(answers.get(asked) ?? answer);
            answers.set(asked, answer);
          }
          await new Promise((resolve) => setTimeout(resolve));
        }
      })();
      await Promise.all([configured, appended]);
      busy = false;
      await watching;
      // Asked for before the new catalogue was there, the rows were judged by the old one.
      const after = derive({ ...world, catalogue: next, events: admitted(world) });
      expect(await store.panorama(access, question)).toEqual(countPanorama('overview', after));
    }, Math.ceil(runs / 2)));

  test('a journey that waits for detection when the catalogue drops it is in no answer', async () => {
    const store = await fresh();
    const world = fc.sample(arbitraryWorld(), { numRuns: 200, seed: 7 }).find(({ events }) => events.length > 10)!;
    const now = WORLD_START + 10_000 * HOUR;
    await filled(store, { ...world, now });
    const [waiting] = world.events;
    await store.append(access, [{ ...waiting!, id: eventId.parse('waits') }], { now, detection: 'later' });
    const journeys = world.catalogue.journeys.filter(({ id }) => id !== waiting!.journey);
    await store.configure(access, { ...world.catalogue, journeys }, { now });
    expect(await store.extent(access, [waiting!.journey])).toEqual({ events: 0, instances: 0 });
  });

  test('a scope sees the instances of its organisations and no other', () =>
    property([questioned()], async (store, { world, question }) => {
      await filled(store, world);
      const [root] = world.catalogue.organisations;
      if (!root) return;
      const scoped: Access = { ...access, scope: { organisations: [root.id] } };
      const visible = derive(world).filter(filterTest({ ...ALWAYS, organisation: root.id }, world.catalogue.organisations));
      const inFilter = visible.filter(filterTest(question.filter, world.catalogue.organisations));
      expect(await store.panorama(scoped, question)).toEqual(countPanorama(question.level, inFilter));
      const { level, filter } = question;
      for (const cuts of cutsOf(inFilter)) expect(await store.frames(scoped, { ...question, cuts })).toEqual(countFrames(level, cuts, inFilter));
      expect(await store.variants(scoped, question, { offset: 0, limit: 9 })).toEqual(countVariants(level, inFilter, { offset: 0, limit: 9 }));
      for (const { id } of world.catalogue.journeys) {
        expect(await store.chain(scoped, { ...filter, journeys: [id] })).toEqual(countChain(visible.filter(filterTest({ ...filter, journeys: [id] }, world.catalogue.organisations))));
      }
      for (const { id: node } of countPanorama(level, inFilter).nodes.slice(0, 2)) expect(await store.groups(scoped, { ...question, node })).toEqual(countGroups(level, node, inFilter));
      expect((await store.extent(scoped)).instances).toBe(visible.length);
      expect((await store.rows(scoped, { ...question, rows: 'instances' }, { sort: 'startedAt', offset: 0, limit: 1 })).total).toBe(inFilter.length);
      for (const { id } of derive(world))
        expect((await store.story(scoped, id)) !== undefined).toBe(visible.some((one) => one.id === id));
    }, Math.ceil(runs / 2)));

  test('pending interruptions are told with their identity and the journey up to them, to a scope its own', () =>
    property([questioned({ dirty: true }), arbitraryBatches, arbitraryCatalogue, fc.nat()], async (store, { world: anytime, question }, batches, next, nth) => {
      // Soon after an event much is pending.
      const world = { ...anytime, now: (anytime.events[nth % (anytime.events.length || 1)]?.at ?? anytime.now) + HOUR };
      await store.configure(access, world.catalogue, { now: world.now });
      await appendAll(store, world.events, world.now, batches);
      await expectInterruptions(store, world, question.filter.organisation);
      await store.configure(access, next, { now: world.now });
      await expectInterruptions(store, { ...world, catalogue: next, events: admitted(world) }, undefined);
    }, 3 * runs));

  test('the days of a locus are what the model counts', () =>
    property([questioned()], async (store, { world, question: { filter } }) => {
      await filled(store, world);
      const instances = derive(world);
      const [root] = world.catalogue.organisations;
      const scoped: Access = root ? { ...access, scope: { organisations: [root.id] } } : access;
      for (const locus of lociOf(instances)) {
        for (const measure of ['break-rate', 'loss-rate'] as const) {
          for (const touchpoints of [undefined, [], world.catalogue.touchpoints.slice(0, 2).map(({ id }) => id)]) {
            const asked = { locus, measure, touchpoints, from: filter.from, to: filter.to };
            const inDays = instances.filter(filterTest({ from: filter.from, to: filter.to }, world.catalogue.organisations));
            expect(await store.locusDays(access, asked)).toEqual(countLocusDays(asked, inDays));
            const inScope = root ? inDays.filter(filterTest({ ...ALWAYS, organisation: root.id }, world.catalogue.organisations)) : inDays;
            expect(await store.locusDays(scoped, asked)).toEqual(countLocusDays(asked, inScope));
          }
        }
      }
    }, Math.ceil(runs / 2)));

  test('clearing a journey leaves the others, and its rows can come again', () =>
    property([arbitraryWorld()], async (store, world) => {
      await filled(store, world);
      const [first] = world.catalogue.journeys;
      await store.clear(access, [first!.id]);
      const others = derive(world).filter(({ journey }) => journey !== first!.id);
      expect(await store.panorama(access, { level: 'overview', filter: ALWAYS })).toEqual(countPanorama('overview', others));
      await store.append(access, world.events, { now: world.now });
      expect(await store.panorama(access, { level: 'overview', filter: ALWAYS })).toEqual(countPanorama('overview', derive(world)));
    }, Math.ceil(runs / 2)));

  test('the extent names the days that have data, of all or of some journeys', () =>
    property([arbitraryWorld()], async (store, world) => {
      await filled(store, world);
      const instances = derive(world);
      for (const journeys of [undefined, [], [world.catalogue.journeys[0]!.id]]) {
        const of = instances.filter(({ journey }) => !journeys || journeys.includes(journey));
        const days = of.map(({ day }) => day).toSorted();
        const { firstDay, lastDay, ...counts } = await store.extent(access, journeys);
        expect(counts).toEqual({ instances: of.length, events: of.reduce((sum, { detection }) => sum + detection.events, 0) });
        expect([firstDay, lastDay]).toEqual([days[0], days.at(-1)]);
      }
    }, Math.ceil(runs / 2)));

  test('the revision moves with every change of what reads answer, and only then', async () => {
    const store = await fresh();
    const world = fc.sample(arbitraryWorld(), { numRuns: 200, seed: 7 }).find(({ events }) => events.length > 10)!;
    const revisions = [store.revision];
    const expectMoved = (moved: boolean) => {
      expect(revisions.includes(store.revision)).toBe(!moved);
      revisions.push(store.revision);
    };
    await store.configure(access, world.catalogue, { now: world.now });
    expectMoved(true);
    await store.append(access, world.events, { now: WORLD_START + 10_000 * HOUR });
    expectMoved(true);
    await store.append(access, world.events, { now: WORLD_START + 10_000 * HOUR });
    expectMoved(false);
    await store.sweep(access, WORLD_START + 10_000 * HOUR);
    expectMoved(false);
    await store.append(access, [{ ...world.events[0]!, id: eventId.parse('waits') }], { now: WORLD_START, detection: 'later' });
    expectMoved(false);
    await store.clear(access, [world.events[0]!.journey]);
    expectMoved(true);
  });

  if (reopen)
    test('a store that was closed and opened again answers the same, knows its catalogue and its rows', () =>
      property([questioned({ dirty: true })], async (store, { world, question }) => {
        const cut = Math.floor(world.events.length / 2);
        await filled(store, { ...world, events: world.events.slice(0, cut) });
        opened.splice(opened.indexOf(store), 1);
        const again = await reopen(store);
        opened.push(again);
        await expectAnswers(again, question, derive({ ...world, events: world.events.slice(0, cut) }), world.catalogue);
        await again.append(access, world.events.slice(cut), { now: world.now });
        await expectAnswers(again, question, derive(world), world.catalogue);
        await again.configure(access, world.catalogue, { now: world.now });
        await expectAnswers(again, question, derive(world), world.catalogue);
        await close(again);
        opened.push(store);
      }, Math.ceil(runs / 2)));
}
