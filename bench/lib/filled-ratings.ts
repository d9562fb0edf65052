import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { demoCatalogue } from '#demo';
import { dayNumber, type Rating, type RatingId } from '#model';
import { DuckDBInstance } from '@duckdb/node-api';
import { many, seconds, timed } from './figures';
import { access, folder, openStore, UNTIL } from './filled-store';

/** Three years of ratings end here. */
export const RATED_UNTIL = '2026-06-30';
export const RATED_FROM = '2023-07-01';
/** Rows written in one statement: DuckDB keeps what a transaction writes in memory. */
const PIECE = 6_000_000;

/**
 * The file of a store with so many ratings over three years, in order of their days, of all journeys, touchpoints, organisations and segments of the demo
 * insurer; filled once, by SQL, and kept for the next run.
 */
export async function filledRatings(ratings: number): Promise<string> {
  const path = join(folder, `ratings-${ratings}.duckdb`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const filling = `${path}.filling`;
  for (const file of [filling, `${filling}.wal`]) rmSync(file, { force: true });
  console.log(`filling a store with ${many(ratings)} ratings, once …`);
  const catalogue = demoCatalogue();
  const { journeys, touchpoints, organisations, segments } = catalogue;
  const store = await openStore(filling);
  await store.configure(access, catalogue, { now: UNTIL });
  // One rating for each name, so that every name has its code.
  const most = Math.max(journeys.length, touchpoints.length, organisations.length, segments.length);
  const names = Array.from({ length: most }, (_, index): Rating => {
    const journey = journeys[index % journeys.length]?.id;
    if (journey === undefined) throw new Error('The demo has no journeys.');
    const [touchpoint, organisation, segment] = [touchpoints, organisations, segments].map((items) => items[index % items.length]?.id);
    // Ids of the demo's own catalogue, which knows them.
    return { id: `name-${index}` as RatingId, at: UNTIL, journey, score: 9, programme: 'relational', touchpoint, organisation, segment } as Rating;
  });
  await store.ratings.append(access, names);
  await store.close();

  const instance = await DuckDBInstance.create(filling, { memory_limit: '2GB', preserve_insertion_order: 'false' });
  const connection = await instance.connect();
  const [first, last] = [dayNumber(RATED_FROM), dayNumber(RATED_UNTIL)];
  const { ms } = await timed(async () => {
    const codes = async (ids: readonly { id: string }[]) => {
      const list = ids.map(({ id }) => `'${id.replaceAll("'", "''")}'`).join(', ');
      const rows = await connection.runAndReadAll(`SELECT code FROM terms WHERE text IN (${list}) ORDER BY code`);
      return `[${rows.getRows().map(([code]) => Number(code)).join(', ')}]`;
    };
    const some = async (ids: readonly { id: string }[], seed: number) => `(${await codes(ids)})[1 + (hash(i, ${seed}) % ${ids.length})::INTEGER]`;
    const row = `rating_no, day, ((year(DATE '1970-01-01' + day) - 1970) * 12 + month(DATE '1970-01-01' + day) - 1)::SMALLINT,
      ${await some(journeys, 1)}, ${await some(touchpoints, 2)}, ${await some(organisations, 3)}, ${await some(segments, 4)},
      (hash(i, 5) % 10 = 0)::TINYINT, (11 - ceil(sqrt(1 + hash(i, 6) % 121)))::TINYINT, day * 86400000.0 + hash(i, 7) % 57600000,
      'r' || i, (hash(i, 8) % 2147483647)::INTEGER, (hash(i, 9) % 2147483647)::INTEGER, CASE WHEN hash(i, 10) % 10 < 6 THEN 'n' || (i // 2) ELSE '' END, -1`;
    for (let from = 0; from < ratings; from += PIECE) {
      const to = Math.min(ratings, from + PIECE);
      await connection.run(
        `INSERT INTO ratings SELECT ${row} FROM (SELECT i, (${most} + i)::INTEGER AS rating_no, (${first} + i * ${last - first + 1} // ${ratings})::INTEGER AS day FROM range(${from}, ${to}) t(i))`,
      );
    }
    await connection.run('CHECKPOINT');
  });
  connection.closeSync();
  instance.closeSync();
  renameSync(filling, path);
  console.log(`filled in ${seconds(ms)}`);
  return path;
}
