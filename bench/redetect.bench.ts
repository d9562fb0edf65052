import { demoCatalogue } from '#demo';
import { DuckDBInstance } from '@duckdb/node-api';
import { eventsAsked, many, report, seconds, timed } from './lib/figures';
import { access, copyOfFilled, openStore, UNTIL } from './lib/filled-store';
import { statementsOf } from './lib/sql-file';
import reference from './sql/redetect-reference.sql?raw';

/**
 * Re-detecting all stored events end to end (a catalogue that changes every journey), against DuckDB alone reading those rows ordered by
 * instance and writing as many derived rows. Goal: at most 4 times as long, peak memory within 3 GiB.
 */
async function main(): Promise<void> {
  const path = await copyOfFilled(eventsAsked(), 'redetect');
  // Before and after, so that a machine that is busy for a while is busy for both.
  const before = await duckdbAlone(path);
  const store = await openStore(path);
  const { events, instances } = await store.extent(access);
  const catalogue = demoCatalogue();
  const changed = { ...catalogue, journeys: catalogue.journeys.map((one) => ({ ...one, idleLostMs: one.idleLostMs + 1 })) };
  const revision = store.revision;
  const own = await timed(() => store.configure(access, changed, { now: UNTIL }));
  if (store.revision === revision) throw new Error('Nothing was detected again.');
  const peak = process.resourceUsage().maxRSS * 1024;
  await store.close();
  const after = await duckdbAlone(path);

  const [read, write] = [(before.read + after.read) / 2, (before.write + after.write) / 2];
  console.log(`${many(events)} events of ${many(instances)} instances detected again in ${seconds(own.ms)}`);
  console.log(`DuckDB alone: ${seconds(read)} to read them in order, ${seconds(write)} to write as many derived rows (mean of before and after)`);
  console.log(`processor time: ${seconds(own.cpuMs)} and ${seconds((before.cpu + after.cpu) / 2)}`);
  report('re-detection ÷ DuckDB alone', own.ms / (read + write), { atMost: 4 });
  report('peak memory', peak / 2 ** 30, { atMost: 3 }, ' GiB');
}

/** What the reference takes on a fresh connection, in milliseconds; its tables are dropped again. */
async function duckdbAlone(path: string): Promise<{ read: number; write: number; cpu: number }> {
  const instance = await DuckDBInstance.create(path, { memory_limit: '1GB', preserve_insertion_order: 'false' });
  const connection = await instance.connect();
  const statements = statementsOf(reference);
  const read = await timed(async () => {
    for (const sql of statements.get('read') ?? []) {
      const result = await connection.stream(sql);
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk());
    }
  });
  const write = await timed(async () => {
    for (const sql of statements.get('write') ?? []) await connection.run(sql);
  });
  for (const sql of statements.get('undo') ?? []) await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
  return { read: read.ms, write: write.ms, cpu: read.cpuMs + write.cpuMs };
}

await main();
