import { addDays, dayNumber, type Filter } from '#model';
import { DuckDBInstance } from '@duckdb/node-api';
import { eventsAsked, many, millis, percentile, report, timed } from './lib/figures';
import { access, copyOfFilled, filledFile, HISTORY_DAYS, openStore } from './lib/filled-store';
import { statementsOf } from './lib/sql-file';
import reference from './sql/overview-reference.sql?raw';

const ROUNDS = 15;

/**
 * The overview of 90 days, all of it (balance, nodes, flows, interruptions, handoffs), against DuckDB's bare GROUP BYs for nodes and for
 * flows. Goals: at most twice as long; the same question again with nothing changed, under a tenth of the reference.
 */
async function main(): Promise<void> {
  const path = await filledFile(eventsAsked());
  const store = await openStore(path);
  const { events, lastDay } = await store.extent(access);
  if (lastDay === undefined) throw new Error('The store is empty.');
  const filter: Filter = { from: addDays(lastDay, 1 - HISTORY_DAYS), to: lastDay };

  // The reference asks a copy of the same file, in turn with the store, so that a busy machine is busy for both.
  const instance = await DuckDBInstance.create(await copyOfFilled(eventsAsked(), 'overview'), { memory_limit: '1GB' });
  const connection = await instance.connect();
  const bareQueries = [...statementsOf(reference).values()].flat();
  const askBare = async () => {
    for (const sql of bareQueries)
      await connection.runAndReadAll(sql.replaceAll('$from', String(dayNumber(filter.from))).replaceAll('$to', String(dayNumber(filter.to))));
  };

  // The first answers, unmeasured, read from the disk.
  const { balances } = await store.panorama(access, { level: 'overview', filter });
  await askBare();
  const fresh: number[] = [];
  const again: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // A question whose answer is not remembered: there is nothing before the first day, so that an earlier one asks for the same rows.
    const question = { level: 'overview' as const, filter: { ...filter, from: addDays(filter.from, -1 - round) } };
    fresh.push((await timed(() => store.panorama(access, question))).ms);
    again.push((await timed(() => store.panorama(access, question))).ms);
    bare.push((await timed(askBare)).ms);
  }
  await store.close();
  connection.closeSync();
  instance.closeSync();

  const [own, reference50, repeated] = [percentile(fresh, 0.5), percentile(bare, 0.5), percentile(again, 0.5)];
  const entered = balances.reduce((sum, { balance }) => sum + balance.entered, 0);
  console.log(`${many(events)} events stored, ${many(entered)} instances in the ${HISTORY_DAYS} days asked for; medians of ${ROUNDS}`);
  console.log(`overview ${millis(own)}, asked again ${millis(repeated)}; bare GROUP BYs ${millis(reference50)}`);
  report('overview ÷ bare GROUP BYs', own / reference50, { atMost: 2 });
  report('the same question again ÷ bare GROUP BYs', repeated / reference50, { atMost: 0.1 });
}

await main();
