import { addDays, dayNumber, type Filter } from '#model';
import { DuckDBInstance } from '@duckdb/node-api';
import { eventsAsked, many, millis, percentile, report, timed } from './lib/figures';
import { access, filledFile, HISTORY_DAYS, openStore } from './lib/filled-store';
import { statementsOf } from './lib/sql-file';
import reference from './sql/overview-reference.sql?raw';

const ROUNDS = 9;

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
  // A question whose answer is not remembered: a filter of other text and the same meaning.
  const journeys = (await store.panorama(access, { level: 'overview', filter })).balances.map(({ journey }) => journey);
  const fresh: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const question = { level: 'overview' as const, filter: { ...filter, journeys: [...journeys, ...journeys.slice(0, round)] } };
    fresh.push((await timed(() => store.panorama(access, question))).ms);
    again.push((await timed(() => store.panorama(access, question))).ms);
  }
  const { balances } = await store.panorama(access, { level: 'overview', filter });
  await store.close();

  const instance = await DuckDBInstance.create(path, { memory_limit: '1GB' });
  const connection = await instance.connect();
  const bare: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const { ms } = await timed(async () => {
      for (const sql of [...statementsOf(reference).values()].flat()) {
        const asked = sql.replaceAll('$from', String(dayNumber(filter.from))).replaceAll('$to', String(dayNumber(filter.to)));
        await connection.runAndReadAll(asked);
      }
    });
    // The first reads from the disk what the store's first, unmeasured answer had read.
    if (round > 0) bare.push(ms);
  }
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
