import { dayOfNumber, type Invitation, PROGRAMMES, type Programme, type Rating, type RatingFilter, type Zone } from '#model';
import type { Access, RatingQuestion, RatingsExtent, RatingsResult, RatingStore } from '../../ports';
import { AnswerCache } from '../answer-cache';
import { admitRatings } from '../rating-admission';
import type { WriteQueue } from '../write-queue';
import type { CodedRules } from './coded-rules';
import { inScope, type Vocabulary } from './conditions';
import type { Database } from './open-database';
import { readExperience, readInvited, readRatingCounts } from './read-ratings';
import type { ReaderPool } from './reader-pool';
import { COMMENTS, INVITATIONS, RATINGS, type Table, TERMS, VOICE } from './schema';
import { selectNumbers } from './select';
import { storeInvitations, storeRatings } from './store-ratings';
import { writeAll } from './store-events';
import { StoredRowIds } from './stored-row-ids';
import type { Terms } from './terms';
import { transaction } from './transaction';

/** What ratings share with the events of their file. */
export interface DuckdbRatingsParts {
  database: Database;
  zone: Zone;
  terms: Terms;
  readers: ReaderPool;
  /** The one queue of all that writes into the file. */
  writes: WriteQueue;
  session: string;
  rules(): CodedRules;
  vocabulary(): Vocabulary;
  /** Called when terms were taken back: what knows their codes must forget them. */
  onRollback(): void;
  /** Called when ratings were taken out, with their comments. */
  onRemoved(): void;
}

/** Ratings and invitations in the file of the events. */
export class DuckdbRatings implements RatingStore {
  readonly #parts: DuckdbRatingsParts;
  readonly #answers = new AnswerCache();
  #ids: { ratings: StoredRowIds; invitations: StoredRowIds } | undefined;
  #nextNo: number | undefined;
  #changes = 0;

  constructor(parts: DuckdbRatingsParts) {
    this.#parts = parts;
  }

  get revision() {
    return `${this.#parts.session}.${this.#changes}`;
  }

  append(_access: Access, ratings: readonly Rating[], source?: string): Promise<RatingsResult> {
    return this.#write(RATINGS, ratings, async (rows) => {
      const { database, terms, zone } = this.#parts;
      const firstNo = await this.#firstNo();
      await storeRatings(database.writer, terms, zone, rows, { firstNo, source });
      return () => (this.#nextNo = firstNo + rows.length);
    });
  }

  invite(_access: Access, invitations: readonly Invitation[], source?: string): Promise<RatingsResult> {
    return this.#write(INVITATIONS, invitations, async (rows) => {
      await storeInvitations(this.#parts.database.writer, this.#parts.terms, rows, source);
      return () => undefined;
    });
  }

  remove(_access: Access, source: string): Promise<{ removed: number }> {
    const { database: { writer }, terms, writes, onRemoved } = this.#parts;
    return writes.run(async () => {
      const code = terms.known(source);
      if (code === undefined) return { removed: 0 };
      const ofSource = `WHERE source = ${code}`;
      let removed = 0;
      for (const { name } of [RATINGS, INVITATIONS]) removed += (await selectNumbers(writer, { rows: 'count(*)' }, `FROM ${name} ${ofSource}`))[0]?.rows ?? 0;
      if (removed === 0) return { removed };
      await transaction(writer, async () => {
        for (const { name } of [COMMENTS, VOICE]) await writer.run(`DELETE FROM ${name} WHERE rating_no IN (SELECT rating_no FROM ratings ${ofSource})`);
        for (const { name } of [RATINGS, INVITATIONS]) await writer.run(`DELETE FROM ${name} ${ofSource}`);
      });
      this.removed();
      onRemoved();
      return { removed };
    });
  }

  extent({ scope }: Access, programme?: Programme): Promise<RatingsExtent> {
    return this.#ask('extent', { scope, programme }, async () => {
      const where = [inScope(this.#parts.vocabulary(), scope), ...(programme === undefined ? [] : [`programme = ${PROGRAMMES.indexOf(programme)}`])].join(' AND ');
      const columns = { ratings: 'count(*)', first: 'coalesce(min(day), 0)', last: 'coalesce(max(day), 0)' };
      const [row] = await this.#parts.readers.ask((connection) => selectNumbers(connection, columns, `FROM ratings WHERE ${where}`));
      return !row || row.ratings === 0 ? { ratings: 0 } : { ratings: row.ratings, firstDay: dayOfNumber(row.first), lastDay: dayOfNumber(row.last) };
    });
  }

  counts({ scope }: Access, asked: RatingQuestion) {
    return this.#ask('counts', { scope, asked }, () => this.#parts.readers.ask((connection) => readRatingCounts(connection, this.#parts.vocabulary(), scope, asked)));
  }

  invited(_access: Access, asked: Pick<RatingQuestion, 'unit' | 'filter'>) {
    return this.#ask('invited', asked, () => this.#parts.readers.ask((connection) => readInvited(connection, this.#parts.vocabulary(), asked)));
  }

  experience({ scope }: Access, filter: RatingFilter) {
    return this.#parts.readers.ask((connection) => readExperience(connection, this.#parts.vocabulary(), scope, filter));
  }

  /** Forgets what it knows of the rows: to be called when some were removed. */
  removed(): void {
    this.#ids = undefined;
    this.#changes++;
  }

  #ask<Answer>(kind: string, asked: unknown, ask: () => Promise<Answer>): Promise<Answer> {
    return this.#answers.get(this.revision, `${kind} ${JSON.stringify([asked, this.#parts.vocabulary().organisations.length])}`, ask);
  }

  #write<Row extends Rating | Invitation>(table: Table, rows: readonly Row[], store: (rows: readonly Row[]) => Promise<() => unknown>): Promise<RatingsResult> {
    const { database, terms, writes, rules, onRollback } = this.#parts;
    return writes.run(async () => {
      this.#ids ??= { ratings: await StoredRowIds.load(database.writer, RATINGS), invitations: await StoredRowIds.load(database.writer, INVITATIONS) };
      const ids = table === RATINGS ? this.#ids.ratings : this.#ids.invitations;
      const known = await ids.storedAmong(
        database.writer,
        rows.map(({ id }) => id),
      );
      const admitted = admitRatings(rows, { has: (id) => known.has(id), rules: rules().rules });
      if (admitted.rows.length === 0) return admitted.result;
      try {
        const remember = await transaction(database.writer, async () => {
          const stored = await store(admitted.rows);
          await writeAll(database.writer, TERMS, terms.pending());
          return stored;
        });
        terms.commit();
        remember();
        for (const { id } of admitted.rows) ids.add(id);
        this.#changes++;
        return admitted.result;
      } catch (error) {
        terms.rollback();
        onRollback();
        throw error;
      }
    });
  }

  async #firstNo(): Promise<number> {
    if (this.#nextNo !== undefined) return this.#nextNo;
    const [row] = await selectNumbers(this.#parts.database.writer, { next: 'coalesce(max(rating_no) + 1, 0)' }, 'FROM ratings');
    return row?.next ?? 0;
  }
}
