import { type CommentReading, dayOfNumber, type Instant, type PersonId, type RatingId, SENTIMENTS, type ThemeId } from '#model';
import type { Access, CommentReader, MapQuestion, Progress, ThemeDaysQuestion, VoiceQuestion, VoiceSort, VoiceStore } from '../../ports';
import { AnswerCache } from '../answer-cache';
import { WriteQueue } from '../write-queue';
import { inFilter, inScope, type Vocabulary } from './conditions';
import type { Database } from './open-database';
import { readPlaceVoices } from './read-place-voices';
import { readComment, readComments, readCorrected, readFacets, readThemeDays, readTicketDays } from './read-voice';
import type { ReaderPool } from './reader-pool';
import { RowWriter } from './row-writer';
import { createTable, NEVER, NONE, REREAD, TERMS } from './schema';
import { selectNumbers, selectTexts } from './select';
import { writeAll } from './store-events';
import type { Terms } from './terms';
import { transaction } from './transaction';

/** What comments share with the events and ratings of their file. */
export interface DuckdbVoiceParts {
  database: Database;
  terms: Terms;
  readers: ReaderPool;
  /** The one queue of all that writes into the file. */
  writes: WriteQueue;
  session: string;
  vocabulary(): Vocabulary;
  /** Moves on with what becomes of instances: where a comment's journey broke depends on it. */
  eventsRevision(): string;
  ratingsRevision(): string;
  /** Called when terms were taken back: what knows their codes must forget them. */
  onRollback(): void;
}

/** Comments that are read and stored together. */
const CHUNK = 10_000;
/** Comments that are read before others get their turn. */
const TURN = 250;

/** Comments in the file of the ratings. Those of `comments` are not read yet; reading moves them to `voice`. */
export class DuckdbVoice implements VoiceStore {
  readonly #parts: DuckdbVoiceParts;
  readonly #answers = new AnswerCache();
  /** One reading at a time: each takes what the last has left. */
  readonly #reading = new WriteQueue();
  #changes = 0;

  constructor(parts: DuckdbVoiceParts) {
    this.#parts = parts;
  }

  get revision() {
    return `${this.#parts.session}.${this.#changes}`;
  }

  async unread({ scope: _ }: Access): Promise<number> {
    const [row] = await this.#parts.readers.ask((connection) => selectNumbers(connection, { n: 'count(*)' }, 'FROM comments'));
    return row?.n ?? 0;
  }

  read(_access: Access, reader: CommentReader): Promise<{ read: number }> {
    return this.#reading.run(async () => {
      for (let read = 0; ; ) {
        const rows = await this.#parts.readers.ask((connection) =>
          selectTexts(connection, `SELECT c.rating_no::VARCHAR, r.score::VARCHAR, c.text FROM (SELECT * FROM comments ORDER BY rating_no LIMIT ${CHUNK}) c JOIN ratings r USING (rating_no)`),
        );
        if (rows.length === 0) return { read };
        const readings = await inTurns(rows, ([no = '', score = '', text = '']) => ({ no: Number(no), ...reader(text, Number(score)) }));
        await this.#store(readings, async () => {
            const { writer } = this.#parts.database;
            await writer.run(
              `INSERT INTO voice SELECT r.rating_no, r.day, r.journey, r.touchpoint, r.organisation, r.segment, r.programme, r.score, n.sentiment, n.theme_1, n.theme_2, n.theme_3, 0, r.at_ms, 'Infinity', '', r.id, r.instance, c.text
               FROM reread n JOIN comments c USING (rating_no) JOIN ratings r USING (rating_no) ORDER BY r.rating_no`,
            );
            await writer.run('DELETE FROM comments WHERE rating_no IN (SELECT rating_no FROM reread)');
        });
        read += rows.length;
      }
    });
  }

  readAgain(_access: Access, reader: CommentReader, onProgress?: (progress: Progress) => void): Promise<void> {
    return this.#reading.run(async () => {
      const { readers, database } = this.#parts;
      const [all] = await readers.ask((connection) => selectNumbers(connection, { total: 'count(*)' }, 'FROM voice'));
      let done = 0;
      for (let after = -1; ; ) {
        onProgress?.({ done, total: all?.total ?? 0 });
        const rows = await readers.ask((connection) =>
          selectTexts(connection, `SELECT rating_no::VARCHAR, score::VARCHAR, theme_1::VARCHAR, theme_2::VARCHAR, theme_3::VARCHAR, sentiment::VARCHAR, text FROM voice WHERE rating_no > ${after} ORDER BY rating_no LIMIT ${CHUNK}`),
        );
        if (rows.length === 0) return;
        const readings = await inTurns(rows, ([no = '', score = '', first = '', second = '', third = '', tone = '', text = '']) => {
          const reading = reader(text, Number(score));
          const codes = [first, second, third].map(Number).filter((code) => code >= 0);
          const same = SENTIMENTS.indexOf(reading.sentiment) === Number(tone) && codes.length === reading.themes.length && reading.themes.every((theme, at) => this.#parts.terms.known(theme) === codes[at]);
          return { no: Number(no), ...reading, same };
        });
        // Those that read as before need no write.
        const changed = readings.filter(({ same }) => !same);
        if (changed.length > 0)
          await this.#store(changed, async () => {
            await database.writer.run(
              `UPDATE voice SET theme_1 = n.theme_1, theme_2 = n.theme_2, theme_3 = n.theme_3, sentiment = n.sentiment FROM reread n WHERE voice.rating_no = n.rating_no AND voice.corrected_at = 'Infinity'`,
            );
          });
        done += rows.length;
        after = Number(rows.at(-1)?.[0] ?? Infinity);
      }
    });
  }

  lastDay({ scope }: Access) {
    return this.#ask('lastDay', { scope }, async () => {
      const [row] = await this.#parts.readers.ask((connection) => selectNumbers(connection, { n: 'count(*)', last: 'coalesce(max(day), 0)' }, `FROM voice WHERE ${inScope(this.#parts.vocabulary(), scope)}`));
      return row && row.n > 0 ? dayOfNumber(row.last) : undefined;
    });
  }

  comments({ scope }: Access, question: VoiceQuestion, page: { sort: VoiceSort; offset: number; limit: number }) {
    return this.#ask('comments', { scope, question, page }, () => this.#parts.readers.read((connection) => readComments(connection, this.#parts.vocabulary(), scope, question, page)));
  }

  facets({ scope }: Access, question: VoiceQuestion) {
    return this.#ask('facets', { scope, question }, () => this.#parts.readers.ask((connection) => readFacets(connection, this.#parts.vocabulary(), scope, question)));
  }

  days({ scope }: Access, question: VoiceQuestion) {
    return this.#ask('days', { scope, question }, () => this.#parts.readers.ask((connection) => readThemeDays(connection, this.#parts.vocabulary(), scope, question)));
  }

  async comment({ scope }: Access, id: RatingId) {
    return (await this.#parts.readers.read((connection) => readComment(connection, this.#parts.vocabulary(), scope, id)))?.comment;
  }

  corrected({ scope }: Access, limit: number) {
    return this.#ask('corrected', { scope, limit }, () => this.#parts.readers.read((connection) => readCorrected(connection, this.#parts.vocabulary(), scope, limit)));
  }

  themeDays({ scope }: Access, question: ThemeDaysQuestion) {
    return this.#ask('themeDays', { scope, question }, () => this.#parts.readers.ask((connection) => readTicketDays(connection, this.#parts.vocabulary(), scope, question)));
  }

  places({ scope }: Access, { level, filter }: MapQuestion) {
    return this.#ask('places', { scope, level, filter, ratings: this.#parts.ratingsRevision() }, () =>
      this.#parts.readers.ask((connection) => readPlaceVoices(connection, this.#parts.vocabulary(), level, inFilter(this.#parts.vocabulary(), scope, filter))),
    );
  }

  async correct(access: Access, id: RatingId, expected: number, next: { themes: ThemeId[]; by: PersonId; at: Instant } | { read: CommentReading }) {
    const { database, readers, vocabulary } = this.#parts;
    return this.#reading.run(async () => {
      const found = await readers.read((connection) => readComment(connection, vocabulary(), access.scope, id));
      if (!found) return undefined;
      if (found.comment.version !== expected) return { kind: 'stale' as const, comment: found.comment };
      const { themes, sentiment } = 'read' in next ? next.read : { themes: next.themes, sentiment: found.comment.sentiment };
      await this.#store([{ no: found.no, themes, sentiment }], async () => {
        const [at, by] = 'read' in next ? [NEVER, ''] : [next.at, next.by];
        await database.writer.run(
          `UPDATE voice SET theme_1 = n.theme_1, theme_2 = n.theme_2, theme_3 = n.theme_3, sentiment = n.sentiment, version = version + 1, corrected_at = $1, corrected_by = $2 FROM reread n WHERE voice.rating_no = n.rating_no`,
          [at, by],
        );
      });
      const stored = await this.comment(access, id);
      return stored && { kind: 'stored' as const, comment: stored };
    });
  }

  /** To be called when rows were removed. */
  removed(): void {
    this.#changes++;
  }

  /** Puts rows where `then` finds them, and does both in one transaction, with the terms they brought. */
  #store(readings: readonly ({ no: number } & CommentReading)[], then: () => Promise<void>): Promise<void> {
    const { database, writes, terms, onRollback } = this.#parts;
    const { writer } = database;
    return writes.run(async () => {
      try {
        await transaction(writer, async () => {
          await writer.run(createTable(REREAD, 'CREATE OR REPLACE TEMP TABLE'));
          const rows = await RowWriter.open(writer, REREAD, 'temp');
          try {
            for (const { no, themes, sentiment } of readings) rows.write([no, ...[0, 1, 2].map((at) => (themes[at] === undefined ? NONE : terms.code(themes[at]))), SENTIMENTS.indexOf(sentiment)]);
          } finally {
            rows.close();
          }
          await then();
          await writeAll(writer, TERMS, terms.pending());
        });
        terms.commit();
        this.#changes++;
      } catch (error) {
        terms.rollback();
        onRollback();
        throw error;
      }
    });
  }

  #ask<Answer>(kind: string, asked: unknown, ask: () => Promise<Answer>): Promise<Answer> {
    const { eventsRevision, vocabulary } = this.#parts;
    return this.#answers.get(`${this.revision} ${eventsRevision()}`, `${kind} ${JSON.stringify([asked, vocabulary().organisations.length])}`, ask);
  }
}

/** Does something with each, a few at a time, so that others get their turn between. */
async function inTurns<Row, Result>(rows: readonly Row[], work: (row: Row) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (let first = 0; first < rows.length; first += TURN) {
    for (const row of rows.slice(first, first + TURN)) results.push(work(row));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}
