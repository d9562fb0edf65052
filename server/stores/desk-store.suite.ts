import type { ImportJob } from '#contract';
import { catalogue as catalogueSchema, department, person, type Catalogue } from '#model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemAccess, type DeskStore } from '../ports';

const access = systemAccess('test');

const catalogueNamed = (id: string): Catalogue =>
  catalogueSchema.parse({
    touchpoints: [{ id: 'app', name: { zh: '手机' }, service: 'self', place: 'online', initiative: 'customer', order: 0 }],
    journeys: [{ id, name: { zh: '保单贷款', en: 'Policy loan' }, stages: [{ id: 's', name: { zh: '申请' } }], steps: [{ id: 'a', stage: 's', name: { zh: '申请' } }], idleLostMs: 1 }],
  });

const job = (id: string, rows = 0): ImportJob => ({
  id,
  file: `${id}.csv`,
  state: 'reading',
  bytes: { read: 0, total: 10 },
  rows,
  accepted: 0,
  duplicates: 0,
  rejected: 0,
  rejectedSample: [],
  startedAt: '2026-01-01T00:00:00.000Z',
});

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What every `DeskStore` must do. Call it inside `describe`; `open` gives an empty store, and `reopen` the same one as a new process would. */
export function deskStoreSuite({ open, reopen }: { open: () => Promise<DeskStore>; reopen?: (store: DeskStore) => Promise<DeskStore> }): void {
  let store: DeskStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  test('the catalogue of a new store is empty and has version 0', async () => {
    expect(await store.catalogue(access)).toEqual({ version: 0, catalogue: catalogueSchema.parse({ touchpoints: [], journeys: [] }) });
  });

  test('every stored catalogue is the next version', async () => {
    expect(await store.putCatalogue(access, catalogueNamed('loan'))).toEqual({ kind: 'stored', resource: { version: 1, catalogue: catalogueNamed('loan') } });
    await store.putCatalogue(access, catalogueNamed('claim'), 1);
    expect(await store.catalogue(access)).toEqual({ version: 2, catalogue: catalogueNamed('claim') });
  });

  test('a catalogue that expects an older version is refused with the current one', async () => {
    await store.putCatalogue(access, catalogueNamed('loan'));
    const answer = await store.putCatalogue(access, catalogueNamed('claim'), 0);
    expect(answer).toEqual({ kind: 'stale', current: { version: 1, catalogue: catalogueNamed('loan') } });
    expect((await store.catalogue(access)).version).toBe(1);
  });

  test('of two catalogues that expect the same version, one is stored', async () => {
    const answers = await Promise.all([store.putCatalogue(access, catalogueNamed('a'), 0), store.putCatalogue(access, catalogueNamed('b'), 0)]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['stale', 'stored']);
  });

  test('what was read is a copy', async () => {
    await store.putCatalogue(access, catalogueNamed('loan'));
    (await store.catalogue(access)).catalogue.journeys.length = 0;
    expect((await store.catalogue(access)).catalogue.journeys).toHaveLength(1);
  });

  test('people and departments are replaced together and keep their order', async () => {
    const somebody = (id: string) => person.parse({ id, name: { zh: id }, department: 'd', roles: ['owner'] });
    await store.replacePeople(access, [somebody('z'), somebody('a')], [department.parse({ id: 'd', name: { zh: '部门' } })]);
    expect((await store.people(access)).map(({ id }) => id)).toEqual(['z', 'a']);
    expect(await store.departments(access)).toEqual([{ id: 'd', name: { zh: '部门' } }]);
    await store.replacePeople(access, [somebody('m')], []);
    expect((await store.people(access)).map(({ id }) => id)).toEqual(['m']);
    expect(await store.departments(access)).toEqual([]);
  });

  test('a job is saved, replaced and listed newest first', async () => {
    for (const id of ['one', 'two', 'three']) await store.saveImport(access, job(id));
    await store.saveImport(access, job('one', 7));
    expect(await store.importJob(access, 'one')).toEqual(job('one', 7));
    expect(await store.importJob(access, 'four')).toBeUndefined();
    const page = await store.imports(access, { offset: 1, limit: 5 });
    expect(page).toEqual({ total: 3, items: [job('two'), job('one', 7)] });
  });

  test('rejected rows come back in their order, each with its import', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => ({ line: index + 1, pointer: '/step', reason: 'unknown-step' }));
    await store.addRejected(access, 'one', rows.slice(0, 1_800));
    await store.addRejected(access, 'two', [{ line: 9, pointer: '', reason: 'not JSON' }]);
    await store.addRejected(access, 'one', rows.slice(1_800));
    expect(await collect(store.rejected(access, 'one'))).toEqual(rows);
    expect(await collect(store.rejected(access, 'three'))).toEqual([]);
  });

  test('what is known of the demo is kept until it is taken away', async () => {
    expect(await store.demo(access)).toBeUndefined();
    const record = { seed: 's', scale: 1, journeys: catalogueNamed('loan').journeys.map(({ id }) => id), generatedUntil: 5 };
    await store.saveDemo(access, record);
    await store.saveDemo(access, { ...record, generatedUntil: 9 });
    expect(await store.demo(access)).toEqual({ ...record, generatedUntil: 9 });
    await store.saveDemo(access, undefined);
    expect(await store.demo(access)).toBeUndefined();
  });

  if (reopen)
    test('everything is there after the store was closed and opened again', async () => {
      await store.putCatalogue(access, catalogueNamed('loan'));
      await store.saveImport(access, job('one'));
      store = await reopen(store);
      expect(await store.catalogue(access)).toEqual({ version: 1, catalogue: catalogueNamed('loan') });
      expect(await store.importJob(access, 'one')).toEqual(job('one'));
    });
}
