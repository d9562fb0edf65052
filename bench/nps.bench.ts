import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { demoCatalogue } from '#demo';
import { addDays, dayNumber, organisationSubtree, type OrganisationId, type RatingFilter } from '#model';
import { createApp } from '#server/app';
import type { RatingQuestion } from '#server/ports/index';
import { memoryDeskStore, memoryFileSpool, memoryLedgerStore } from '#server/stores/memory/index';
import { DuckDBInstance } from '@duckdb/node-api';
import { many, millis, percentile, report, timed } from './lib/figures';
import { filledRatings, RATED_FROM, RATED_UNTIL } from './lib/filled-ratings';
import { access, folder, openStore, ZONE } from './lib/filled-store';

const ROUNDS = 12;
const BANDS = 'count(*), count(*) FILTER (WHERE score >= 9), count(*) FILTER (WHERE score <= 6)';

/** `--ratings 1000000` on the command line, else the three years of an insurer with 14 million a year. */
function ratingsAsked(): number {
  const place = process.argv.indexOf('--ratings');
  return place < 0 ? 42_000_000 : Number(process.argv[place + 1]);
}

interface Trend {
  name: string;
  unit: RatingQuestion['unit'];
  group?: RatingQuestion['group'];
  narrows?: Partial<RatingFilter>;
  /** What the reference groups by, and narrows to beside programme and days. */
  bare: { by: string; where?: string };
}

/**
 * Every kind of trend over three years against DuckDB's bare GROUP BY of the same columns over the same rows, in turn, on a copy of the same file. Goal:
 * p95 at most 1.5 times the reference's. Then the whole answer of `GET /nps`, which is one such scan and what is made of it.
 */
async function main(): Promise<void> {
  const ratings = ratingsAsked();
  const path = await filledRatings(ratings);
  const store = await openStore(path);
  const copy = join(folder, 'ratings-reference.duckdb');
  for (const file of [copy, `${copy}.wal`]) rmSync(file, { force: true });
  copyFileSync(path, copy);
  const instance = await DuckDBInstance.create(copy, { memory_limit: '1GB' });
  const connection = await instance.connect();

  const { organisations } = demoCatalogue();
  const province = 'gd' as OrganisationId;
  const codesOf = async (ids: Iterable<string>) => {
    const rows = await connection.runAndReadAll(`SELECT code FROM terms WHERE text IN (${[...ids].map((id) => `'${id}'`).join(', ')})`);
    return rows.getRows().map(([code]) => Number(code)).join(', ');
  };
  const below = await codesOf(organisationSubtree(organisations, province));
  const trends: Trend[] = [
    { name: 'journeys by month', unit: 'month', bare: { by: 'month, journey' } },
    { name: 'journeys by week', unit: 'week', bare: { by: '(day + 3) // 7, journey' } },
    { name: 'touchpoints by quarter', unit: 'quarter', group: 'touchpoint', bare: { by: 'month // 3, journey, touchpoint' } },
    { name: 'organisations by month', unit: 'month', group: 'organisation', bare: { by: 'month, journey, organisation' } },
    { name: 'segments by month', unit: 'month', group: 'segment', bare: { by: 'month, journey, segment' } },
    { name: 'one province by month', unit: 'month', narrows: { organisation: province }, bare: { by: 'month, journey', where: ` AND organisation IN (${below})` } },
  ];

  let worst = 0;
  for (const { name, unit, group, narrows, bare } of trends) {
    const question = (round: number): RatingQuestion => ({ unit, group, filter: { programme: 'transactional', from: addDays(RATED_FROM, -1 - round), to: RATED_UNTIL, ...narrows } });
    const askBare = () =>
      connection.runAndReadAll(`SELECT ${bare.by}, ${BANDS} FROM ratings WHERE programme = 0 AND day BETWEEN ${dayNumber(RATED_FROM) - 1} AND ${dayNumber(RATED_UNTIL)}${bare.where ?? ''} GROUP BY ${bare.by}`);
    // The first answers, unmeasured, read from the disk.
    await store.ratings.counts(access, question(-1));
    await askBare();
    const own: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // There is nothing before the first day: the same rows, and an answer that is not remembered.
      own.push((await timed(() => store.ratings.counts(access, question(round)))).ms);
      reference.push((await timed(askBare)).ms);
    }
    const [own95, reference95] = [percentile(own, 0.95), percentile(reference, 0.95)];
    worst = Math.max(worst, own95 / reference95);
    console.log(`${name}: p95 ${millis(own95)} against ${millis(reference95)}, ${(own95 / reference95).toFixed(2)}×; medians ${millis(percentile(own, 0.5))} against ${millis(percentile(reference, 0.5))}`);
  }
  console.log(`${many(ratings)} ratings over three years, ${ROUNDS} rounds in turn`);
  report('the slowest kind of trend ÷ bare GROUP BY, p95', worst, { atMost: 1.5 });

  const config = { zone: ZONE, version: 'bench', pageApi: '/api/v1' };
  const app = createApp({ events: store, desk: memoryDeskStore(), ledger: memoryLedgerStore(), spool: memoryFileSpool(), clock: () => Date.parse(`${RATED_UNTIL}T12:00:00Z`), config });
  await app.services.catalogue.put(access, demoCatalogue());
  const whole: number[] = [];
  const bareWhole: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // Ever more months before the first: the same rows, and a question never asked before.
    const query = `from=${addDays(RATED_FROM, -31 * (round + 1))}&to=${RATED_UNTIL}`;
    whole.push((await timed(async () => (await app.fetch(new Request(`http://bench/api/v1/nps?${query}`))).text())).ms);
    bareWhole.push((await timed(() => connection.runAndReadAll(`SELECT month, journey, ${BANDS} FROM ratings WHERE programme = 0 GROUP BY month, journey`))).ms);
  }
  console.log(`GET /nps, a question never asked before: median ${millis(percentile(whole, 0.5))}, p95 ${millis(percentile(whole, 0.95))}; bare GROUP BY of all rows p95 ${millis(percentile(bareWhole, 0.95))}`);
  report('GET /nps ÷ bare GROUP BY, p95', percentile(whole, 0.95) / percentile(bareWhole, 0.95), { atMost: 1.5 });
  // The other questions of the page: each once with a question never asked before, against the same bare GROUP BY.
  const others = [
    { name: 'GET /nps by office', path: 'nps', query: 'group=organisation' },
    { name: 'GET /nps with chosen days', path: 'nps', query: 'compareFrom=2026-01-05&compareTo=2026-02-20' },
    { name: 'GET /nps/drivers', path: 'nps/drivers', query: 'against=lastYear' },
  ];
  for (const { name, path: of, query } of others) {
    const own: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < ROUNDS / 2; round++) {
      const days = `from=${addDays(RATED_FROM, -31 * (round + 1 + ROUNDS))}&to=${RATED_UNTIL}`;
      own.push((await timed(async () => (await app.fetch(new Request(`http://bench/api/v1/${of}?${days}&${query}`))).text())).ms);
      reference.push((await timed(() => connection.runAndReadAll(`SELECT month, journey, ${BANDS} FROM ratings WHERE programme = 0 GROUP BY month, journey`))).ms);
    }
    console.log(`${name}: median ${millis(percentile(own, 0.5))}, slowest ${millis(Math.max(...own))}; bare GROUP BY of all rows median ${millis(percentile(reference, 0.5))}`);
  }
  await store.close();
  connection.closeSync();
  instance.closeSync();
}

await main();
