import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { demoCatalogue, demoFeedback } from '#demo';
import { commentReader, DAY, dayNumber, DEFAULT_THEMES, maskComment, type Rating } from '#model';
import { loadSegmenter } from '#server/node/segmenter';
import { DuckDBInstance } from '@duckdb/node-api';
import { many, millis, percentile, report, seconds, timed } from './lib/figures';
import { access, folder, openStore, UNTIL } from './lib/filled-store';

const ROUNDS = 15;
/** Comments read in each round, with the library alone and by the product. */
const READ = 10_000;
const FROM = '2025-07-01';
const TO = '2026-06-30';
const SEARCHES = ['人脸', '没有人 联系', '“太麻烦”', 'crashed'];

/** `--comments 100000` on the command line, else those of a year. */
function commentsAsked(): number {
  const place = process.argv.indexOf('--comments');
  return place < 0 ? 1_600_000 : Number(process.argv[place + 1]);
}

/**
 * Comments of a year. Masking and theming against the segmentation library alone, on the same comments in turn: at least half its rate. Then the first
 * page of searches, with how many there are in all, against the bare SQL of the same rows and count: at most three times, p95.
 */
async function main(): Promise<void> {
  const comments = commentsAsked();
  const { catalogue, texts } = sample();
  await measureReading(texts);
  await measureSearch(await filled(comments, catalogue, texts), comments);
}

/** The demo's own comments, as they come. */
function sample(): { catalogue: ReturnType<typeof demoCatalogue>; texts: string[] } {
  const found = new Set<string>();
  const { ratings } = demoFeedback({ seed: 'bench', scale: 1, until: UNTIL });
  for (const { comment } of ratings) {
    if (comment !== undefined) found.add(comment);
    if (found.size === READ) break;
  }
  return { catalogue: demoCatalogue(), texts: [...found] };
}

async function measureReading(texts: readonly string[]): Promise<void> {
  const segment = await loadSegmenter();
  const read = commentReader(DEFAULT_THEMES, segment);
  const alone: number[] = [];
  const whole: number[] = [];
  let words = 0;
  for (let round = -1; round < ROUNDS; round++) {
    const library = await timed(async () => {
      for (const text of texts) words += segment(text).length;
    });
    const product = await timed(async () => {
      for (const text of texts) words += read(maskComment(text), 5).themes.length;
    });
    if (round < 0) continue;
    alone.push(texts.length / (library.ms / 1000));
    whole.push(texts.length / (product.ms / 1000));
  }
  const [library, product] = [percentile(alone, 0.5), percentile(whole, 0.5)];
  console.log(`${many(texts.length)} comments a round, ${ROUNDS} rounds in turn (${many(words)} words): jieba alone ${many(Math.round(library))} comments/s, masked and read ${many(Math.round(product))}; a year’s 1.6 million in ${seconds((1_600_000 / product) * 1000)}`);
  report('masking and theming ÷ the rate of the segmentation library alone', product / library, { atLeast: 0.5 });
}

/** A store with so many comments that were read, filled once by SQL and kept. */
async function filled(comments: number, catalogue: ReturnType<typeof demoCatalogue>, texts: readonly string[]): Promise<string> {
  const path = join(folder, `voice-${comments}.duckdb`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const filling = `${path}.filling`;
  for (const file of [filling, `${filling}.wal`]) rmSync(file, { force: true });
  console.log(`filling a store with ${many(comments)} comments, once …`);
  const store = await openStore(filling);
  await store.configure(access, catalogue, { now: UNTIL });
  const [journey] = catalogue.journeys;
  if (!journey) throw new Error('The demo has no journeys.');
  const read = commentReader(DEFAULT_THEMES, await loadSegmenter());
  // A few are read by the store itself, so that every theme has its code.
  await store.ratings.append(access, texts.slice(0, 2_000).map((comment, index): Rating => ({ id: `bench-${index}` as Rating['id'], at: UNTIL - DAY * (index % 300), journey: journey.id, score: index % 11, programme: 'transactional', comment: maskComment(comment) })));
  await store.voice.read(access, read);
  await store.close();
  const instance = await DuckDBInstance.create(filling, { memory_limit: '1GB' });
  const connection = await instance.connect();
  const [first, last] = [dayNumber(FROM), dayNumber(TO)];
  await connection.run('CREATE TEMP TABLE seen AS SELECT *, row_number() OVER () - 1 AS i FROM voice');
  await connection.run(
    `INSERT INTO voice SELECT (1000000 + n)::INTEGER, (${first} + n * ${last - first + 1} // ${comments})::INTEGER, journey, touchpoint, organisation, segment, programme, score, sentiment, theme_1, theme_2, theme_3, 0,
       (${first} + n * ${last - first + 1} // ${comments}) * 86400000.0 + n % 57600000, 'Infinity', '', 'b' || n, '', text || ' ' || n FROM range(${comments}) t(n) JOIN seen ON seen.i = n % 2000 ORDER BY n`,
  );
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
  renameSync(filling, path);
  return path;
}

async function measureSearch(path: string, comments: number): Promise<void> {
  const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  for (const [number, search] of SEARCHES.entries()) {
    const phrases = search.replaceAll(/[“”]/g, '').split(' ');
    // As anybody would write it: only letters have a case.
    const has = (phrase: string) => (/[a-z]/i.test(phrase) ? `text ILIKE '%${phrase}%'` : `contains(text, '${phrase}')`);
    for (let round = -1; round < ROUNDS; round++) {
      // A day less each round, so that none is answered from memory.
      const to = `2026-06-${String(30 - Math.max(0, round)).padStart(2, '0')}`;
      const store = await openStore(path);
      await store.voice.lastDay(access);
      const { ms } = await timed(() => store.voice.comments(access, { filter: { from: FROM, to }, phrases }, { sort: '-at', offset: 0, limit: 50 }));
      await store.close();
      const instance = await DuckDBInstance.create(path, { memory_limit: '1GB', access_mode: 'READ_ONLY' });
      const connection = await instance.connect();
      const where = `day BETWEEN ${dayNumber(FROM)} AND ${dayNumber(to)} AND ${phrases.map(has).join(' AND ')}`;
      await connection.runAndReadAll('SELECT max(day) FROM voice');
      const bare = await timed(async () => {
        await connection.runAndReadAll(`SELECT count(*) FROM voice WHERE ${where}`);
        await connection.runAndReadAll(`SELECT id, text, at_ms, score FROM voice WHERE ${where} ORDER BY at_ms DESC LIMIT 50`);
      });
      connection.closeSync();
      instance.closeSync();
      if (round < 0) continue;
      times.ours.push(ms);
      times.bare.push(bare.ms);
    }
    console.log(`${number + 1}. ${search}: ${millis(percentile(times.ours.slice(-ROUNDS), 0.5))}, bare ${millis(percentile(times.bare.slice(-ROUNDS), 0.5))}`);
  }
  console.log(`${many(comments)} comments, ${SEARCHES.length} searches, ${ROUNDS} rounds in turn; p50 / p95: ${millis(percentile(times.ours, 0.5))} / ${millis(percentile(times.ours, 0.95))}, bare ${millis(percentile(times.bare, 0.5))} / ${millis(percentile(times.bare, 0.95))}`);
  report('first page of a search, p95 ÷ bare SQL', percentile(times.ours, 0.95) / percentile(times.bare, 0.95), { atMost: 3 });
}

await main();
