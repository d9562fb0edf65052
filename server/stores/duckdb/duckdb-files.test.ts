import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoCatalogue, generate } from '#demo';
import { DAY, type ServiceEvent } from '#model';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { systemAccess, type EventStore } from '../../ports';
import { ZONE } from '../event-store.suite';
import { memoryEventStore } from '../memory';
import { duckdbEventStore } from './duckdb-event-store';

const access = systemAccess('test');
const UNTIL = Date.UTC(2026, 0, 10);
const newFile = () => join(mkdtempSync(join(tmpdir(), 'throughline-')), 'events.duckdb');
const open = (path: string) => duckdbEventStore({ path, zone: ZONE, threads: 1, memoryLimit: '256MB' });
const demo = (days: number): ServiceEvent[] => [...generate({ seed: 'stores', scale: 0.2, until: UNTIL, from: UNTIL - days * DAY })];
const OVERVIEW = { level: 'overview', filter: { from: '2000-01-01', to: '2100-01-01' } } as const;
const batchesOf = (events: readonly ServiceEvent[], size: number) =>
  Array.from({ length: Math.ceil(events.length / size) }, (_, index) => events.slice(index * size, (index + 1) * size));

/** Opens the file in another process, which keeps it until it is told to end. */
async function takenElsewhere(path: string): Promise<() => void> {
  const script = `import('@duckdb/node-api').then(async ({ DuckDBInstance }) => {
    globalThis.kept = await DuckDBInstance.create(${JSON.stringify(path)});
    console.log('open');
    setInterval(() => {}, 1000);
  })`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error('The other process ended.')));
  });
  return () => child.kill('SIGKILL');
}

describe('a file that cannot be used', () => {
  test('that another process has open is told as taken', async () => {
    const path = newFile();
    const letGo = await takenElsewhere(path);
    await expect(open(path)).rejects.toMatchObject({ name: 'StoreError', fault: 'taken', path });
    letGo();
  });

  test('that this process has open is told as taken, and is free again once closed', async () => {
    const path = newFile();
    const store = await open(path);
    await expect(open(path)).rejects.toMatchObject({ name: 'StoreError', fault: 'taken' });
    await store.close();
    await (await open(path)).close();
  });

  test('that is no database is told as corrupt', async () => {
    const path = newFile();
    writeFileSync(path, 'a text about something else entirely. '.repeat(500));
    await expect(open(path)).rejects.toMatchObject({ name: 'StoreError', fault: 'corrupt', path });
  });

  test('that another version wrote is told as corrupt', async () => {
    const path = newFile();
    await (await open(path)).close();
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    await connection.run(`UPDATE facts SET value = '999' WHERE name = 'schema'`);
    connection.closeSync();
    instance.closeSync();
    await expect(open(path)).rejects.toThrow('another version');
  });

  test.skipIf(process.getuid?.() === 0)('in a folder that cannot be written is told as unwritable', async () => {
    const folder = join(newFile(), '..', 'closed');
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    await expect(open(join(folder, 'events.duckdb'))).rejects.toMatchObject({ name: 'StoreError', fault: 'unwritable' });
  });

  test('in a folder that does not exist is told as unwritable', async () => {
    await expect(open(join(newFile(), 'absent', 'events.duckdb'))).rejects.toMatchObject({ name: 'StoreError', fault: 'unwritable' });
  });
});

describe('the demo insurer', () => {
  test('gives the same map, days, lists and stories in DuckDB as in memory, appended by many at once', async () => {
    const stores: EventStore[] = [await open(newFile()), memoryEventStore({ zone: ZONE })];
    const events = demo(12);
    for (const store of stores) {
      await store.configure(access, demoCatalogue(), { now: UNTIL });
      await Promise.all(batchesOf(events, 97).map((batch) => store.append(access, batch, { now: UNTIL })));
      await store.sweep(access, UNTIL + 2 * DAY);
    }
    const answers = await Promise.all(
      stores.map(async (store) => {
        const overview = await store.panorama(access, OVERVIEW);
        const [busiest] = overview.balances.toSorted((a, b) => b.balance.entered - a.balance.entered);
        const journey = { level: 'journey', filter: { ...OVERVIEW.filter, journeys: busiest ? [busiest.journey] : [] } } as const;
        const list = await store.rows(access, { ...OVERVIEW, rows: 'interruptions' }, { sort: '-startedAt', offset: 0, limit: 400 });
        const visits = await store.rows(access, { ...OVERVIEW, rows: 'visits' }, { sort: 'duration', offset: 10, limit: 300 });
        const stories = await Promise.all(list.rows.slice(0, 60).map(({ id }) => store.story(access, id)));
        const pending = (await store.pendingInterruptions(access)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
        const now = await store.interruptionsNow(access, pending.map(({ id }) => id));
        return { overview, journey: await store.panorama(access, journey), days: await store.days(access, journey), list, visits, stories, pending, now };
      }),
    );
    expect(answers[0]?.overview.balances.length).toBeGreaterThan(5);
    expect(answers[0]?.pending.length).toBeGreaterThan(0);
    expect(answers[0]).toEqual(answers[1]);
    await Promise.all(stores.map((store) => store.close()));
  });
});

describe('a store that is cut off', () => {
  test('while it detects again answers the old figures, and detects again at its next configure', async () => {
    const path = newFile();
    const store = await open(path);
    const catalogue = demoCatalogue();
    await store.configure(access, catalogue, { now: UNTIL });
    await store.append(access, demo(5), { now: UNTIL });
    const before = await store.panorama(access, OVERVIEW);
    await store.close();

    // What a process leaves that ends between detecting and swapping: half-filled tables beside the old ones.
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    await connection.run('CREATE TABLE next_instances AS FROM instances LIMIT 10');
    await connection.run('CREATE TABLE next_step_visits AS FROM step_visits LIMIT 10');
    connection.closeSync();
    instance.closeSync();

    const again = await open(path);
    expect(await again.panorama(access, OVERVIEW)).toEqual(before);
    const stricter = { ...catalogue, journeys: catalogue.journeys.map((one) => ({ ...one, idleLostMs: 1 })) };
    await again.configure(access, stricter, { now: UNTIL });
    const fresh = memoryEventStore({ zone: ZONE });
    await fresh.configure(access, stricter, { now: UNTIL });
    await fresh.append(access, demo(5), { now: UNTIL });
    expect(await again.panorama(access, OVERVIEW)).toEqual(await fresh.panorama(access, OVERVIEW));
    await again.close();
  });

  test('by a kill keeps every event it had answered for', async () => {
    const path = newFile();
    const store = await open(path);
    await store.configure(access, demoCatalogue(), { now: UNTIL });
    const events = demo(3);
    await store.append(access, events, { now: UNTIL });
    // Not closed: the file and its log are as they were at the commit.
    const copy = newFile();
    copyFileSync(path, copy);
    if (existsSync(`${path}.wal`)) copyFileSync(`${path}.wal`, `${copy}.wal`);
    const survived = await open(copy);
    expect(await survived.panorama(access, OVERVIEW)).toEqual(await store.panorama(access, OVERVIEW));
    expect((await survived.append(access, events, { now: UNTIL })).duplicates).toBe(events.length);
    await survived.close();
    await store.close();
  });
});

test('batches that wait together are answered one by one, as if they had come one after the other', async () => {
  const store = await open(newFile());
  await store.configure(access, demoCatalogue(), { now: UNTIL });
  const [first, ...others] = demo(2);
  if (!first) throw new Error('The demo told nothing.');
  const other = others.find(({ journey }) => journey !== first.journey);
  if (!other) throw new Error('The demo told one journey only.');
  const answers = await Promise.all([
    store.append(access, [first], { now: UNTIL }),
    store.append(access, [first, { ...other, instance: first.instance }], { now: UNTIL }),
    store.append(access, [{ ...other }], { now: UNTIL }),
  ]);
  expect(answers).toEqual([
    { accepted: 1, duplicates: 0, rejected: [] },
    { accepted: 0, duplicates: 1, rejected: [{ index: 1, field: 'instance', reason: 'instance-of-another-journey' }] },
    { accepted: 1, duplicates: 0, rejected: [] },
  ]);
  await store.close();
});
