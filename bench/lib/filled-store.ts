import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoCatalogue } from '#demo';
import { DAY, type ServiceEvent } from '#model';
import { systemAccess, type EventStore } from '#server/ports/index';
import { duckdbEventStore } from '#server/stores/duckdb/index';
import { arrivals } from './arrivals';
import { many, seconds, timed } from './figures';

export const access = systemAccess('bench');
export const ZONE = 'Asia/Shanghai';
/** The history ends here, so that every run has the same data. */
export const UNTIL = Date.UTC(2026, 5, 30, 16);
export const HISTORY_DAYS = 90;
/** The demo insurer's events a day at scale 1. */
export const EVENTS_A_DAY = 980;
const FILL_BATCH = 20_000;

export const folder = join(tmpdir(), 'throughline-bench');

export const openStore = (path: string): Promise<EventStore> => duckdbEventStore({ path, zone: ZONE });

/** Demo events of 90 days, about so many, in the order of their time. */
const demoEvents = (events: number) =>
  arrivals({ seed: 'bench', scale: events / EVENTS_A_DAY / HISTORY_DAYS, until: UNTIL, from: UNTIL - HISTORY_DAYS * DAY });

/** The file of a store that holds about so many events; filled once, and kept for the next run. */
export async function filledFile(events: number): Promise<string> {
  const path = join(folder, `events-${events}.duckdb`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const filling = `${path}.filling`;
  for (const file of [filling, `${filling}.wal`]) rmSync(file, { force: true });
  console.log(`filling a store with about ${many(events)} events, once …`);
  const store = await openStore(filling);
  let stored = 0;
  const { ms } = await timed(async () => {
    let batch: ServiceEvent[] = [];
    const append = async () => {
      stored += (await store.append(access, batch, { now: UNTIL, detection: 'later' })).accepted;
      batch = [];
    };
    for (const event of demoEvents(events)) if (batch.push(event) === FILL_BATCH) await append();
    await append();
    await store.configure(access, demoCatalogue(), { now: UNTIL });
  });
  await store.close();
  renameSync(filling, path);
  console.log(`filled with ${many(stored)} events in ${seconds(ms)}`);
  return path;
}

/** A copy of a filled file that a bench may write to. */
export async function copyOfFilled(events: number, name: string): Promise<string> {
  const from = await filledFile(events);
  const path = join(folder, `${name}.duckdb`);
  for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
  copyFileSync(from, path);
  return path;
}
