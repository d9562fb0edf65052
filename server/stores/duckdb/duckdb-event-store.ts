import {
  catalogue as catalogueSchema,
  dayOfNumber,
  zoneOf,
  type Catalogue,
  type Filter,
  type InstanceId,
  type Instant,
  type InterruptionId,
  type JourneyId,
  type LocusDay,
  type NpsUnit,
  type Selection,
  type ServiceEvent,
  type Zone,
} from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Access, AppendOptions, AppendResult, Arrivals, ArrivalsQuestion, EventStore, Extent, LocusQuestion, MapQuestion, Page, PendingAmong, PendingInterruption, Progress, StoredStory } from '../../ports';
import { AnswerCache } from '../answer-cache';
import { WriteQueue } from '../write-queue';
import { CodedRules } from './coded-rules';
import { inFilter, inScope, isOneOf, type Vocabulary } from './conditions';
import { DuckdbRatings } from './duckdb-ratings';
import { DuckdbTables } from './duckdb-tables';
import { DuckdbVoice } from './duckdb-voice';
import { journeyFingerprint } from './journey-fingerprint';
import { openDatabase, type Database, type DatabaseOptions } from './open-database';
import { readArrivals } from './read-arrivals';
import { readChain } from './read-chain';
import { readDays } from './read-days';
import { readEdge } from './read-edge';
import { readFrames } from './read-frames';
import { readGroups } from './read-groups';
import { readJourneyPeriods, readStarted } from './read-journey-periods';
import { readLocusDays } from './read-locus-days';
import { readPanorama } from './read-panorama';
import { readInterruptions, readPending } from './read-pending';
import { readPlace } from './read-place';
import { readRows } from './read-rows';
import { readHistories } from './read-histories';
import { readSequences, readStory } from './read-story';
import { readVariants } from './read-variants';
import { ReaderPool } from './reader-pool';
import { redetect, storedJourneys, swapIn } from './redetection';
import { replaceDerived, type Detecting } from './replace-derived';
import { COMMENTS, DERIVED, EVENTS, INVITATIONS, KNOWN_INSTANCES, NEVER, nextOf, RATINGS, VOICE } from './schema';
import { selectNumbers, selectTexts } from './select';
import { storeEvents, type Batch } from './store-events';
import { StoredIds } from './stored-ids';
import { Terms } from './terms';
import { transaction } from './transaction';

export interface DuckdbEventStoreOptions extends DatabaseOptions {
  /** IANA zone in which start days are counted. */
  zone: string;
}

/** Rows stored in one transaction at most. */
const GROUP_ROWS = 50_000;
/** Instances detected again in one transaction of a sweep. */
const SWEEP_INSTANCES = 20_000;

type Waiting = Batch & { resolve: (result: AppendResult) => void; reject: (error: unknown) => void };

/**
 * Opens an `EventStore` in one DuckDB file. Reads run off the main thread, each on a connection of its own; writes go through one
 * queue, and batches that wait together are committed together. Throws a `StoreError` when the file cannot be used.
 */
export async function duckdbEventStore({ zone, ...options }: DuckdbEventStoreOptions): Promise<EventStore> {
  const database = await openDatabase(options);
  return DuckdbEventStore.open(database, zoneOf(zone));
}

class DuckdbEventStore implements EventStore {
  readonly ratings: DuckdbRatings;
  readonly voice: DuckdbVoice;
  readonly tables: DuckdbTables;
  readonly #database: Database;
  readonly #zone: Zone;
  readonly #terms: Terms;
  readonly #readers: ReaderPool;
  readonly #writes = new WriteQueue();
  readonly #configuring = new WriteQueue();
  readonly #answers = new AnswerCache();
  readonly #session = crypto.randomUUID().slice(0, 8);
  readonly #waiting: Waiting[] = [];
  #rules: CodedRules;
  #ids: StoredIds | undefined;
  #changes = 0;
  #nextChangeAt: Instant;
  #latestNow: Instant = -Infinity;
  /** Instances written while `configure` is under way: they are detected once more before its figures are answered. */
  #touched: Set<number> | undefined;
  #redetection: Progress | undefined;

  private constructor(database: Database, zone: Zone, terms: Terms, catalogue: Catalogue, nextChangeAt: Instant) {
    this.#database = database;
    this.#zone = zone;
    this.#terms = terms;
    this.#readers = new ReaderPool(database.instance);
    this.#rules = new CodedRules(catalogue, terms);
    this.#nextChangeAt = nextChangeAt;
    this.voice = new DuckdbVoice({
      database,
      terms,
      readers: this.#readers,
      writes: this.#writes,
      session: this.#session,
      vocabulary: () => this.#vocabulary,
      eventsRevision: () => this.revision,
      ratingsRevision: () => this.ratings.revision,
      onRollback: () => this.#forgetTerms(),
    });
    this.tables = new DuckdbTables({
      database,
      terms,
      writes: this.#writes,
      detecting: (now) => this.#detecting(now),
      ids: () => this.#ids,
      asksTouched: () => this.#touched !== undefined,
      stored: (what) => this.#stored(what),
      onRollback: () => this.#forgetTerms(),
    });
    this.ratings = new DuckdbRatings({
      database,
      zone,
      terms,
      readers: this.#readers,
      writes: this.#writes,
      session: this.#session,
      rules: () => this.#rules,
      vocabulary: () => this.#vocabulary,
      onRollback: () => this.#forgetTerms(),
      onRemoved: () => this.voice.removed(),
    });
  }

  static async open(database: Database, zone: Zone): Promise<EventStore> {
    const terms = new Terms((await selectTexts(database.writer, 'SELECT text FROM terms ORDER BY code')).flat());
    const [[stored] = []] = await selectTexts(database.writer, `SELECT value FROM facts WHERE name = 'catalogue'`);
    const catalogue = catalogueSchema.parse(stored === undefined ? { touchpoints: [], journeys: [] } : JSON.parse(stored));
    return new DuckdbEventStore(database, zone, terms, catalogue, await leastNextChange(database));
  }

  get revision() {
    return `${this.#session}.${this.#changes}`;
  }

  get nextChangeAt() {
    return this.#nextChangeAt === NEVER ? undefined : this.#nextChangeAt;
  }

  get redetection() {
    return this.#redetection;
  }

  append(_access: Access, events: readonly ServiceEvent[], options: AppendOptions): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ events, options, resolve, reject });
      void this.#writes.run(() => this.#storeWaiting());
    });
  }

  sweep(_access: Access, now: Instant): Promise<{ changed: number }> {
    return this.#writes.run(async () => {
      if (now < this.#nextChangeAt) return { changed: 0 };
      const { writer } = this.#database;
      const due = await selectNumbers(
        writer,
        { instanceNo: 'instance_no' },
        `FROM (SELECT instance_no FROM instances WHERE next_change_at <= ${now} UNION ALL SELECT instance_no FROM upcoming WHERE next_change_at <= ${now}) ORDER BY instance_no`,
      );
      for (let first = 0; first < due.length; first += SWEEP_INSTANCES) {
        const instances = new Set(due.slice(first, first + SWEEP_INSTANCES).map(({ instanceNo }) => instanceNo));
        await transaction(writer, () => replaceDerived(writer, this.#detecting(now), instances));
        this.#changes++;
        for (const instanceNo of instances) this.#touched?.add(instanceNo);
      }
      this.#nextChangeAt = await leastNextChange(this.#database);
      return { changed: due.length };
    });
  }

  configure(_access: Access, catalogue: Catalogue, options: { now: Instant; onProgress?: (progress: Progress) => void }): Promise<void> {
    return this.#configuring.run(async () => {
      const { writer, instance } = this.#database;
      const rules = new CodedRules(structuredClone(catalogue), this.#terms);
      const detecting = { ...this.#detecting(options.now), rules };
      // From here on whatever is written is seen by the last step, if the steps before it are too early to see it.
      const stale = await this.#writes.run(async () => {
        this.#touched = new Set();
        return this.#staleJourneys(catalogue);
      });
      try {
        const report = (progress: Progress) => {
          this.#redetection = progress;
          options.onProgress?.(progress);
        };
        if (stale.changed.length > 0) await redetect(instance, detecting, stale.changed, report);
        await this.#writes.run(async () => {
          detecting.now = this.#latestNow = Math.max(this.#latestNow, options.now);
          await transaction(writer, async () => {
            if (stale.changed.length > 0) {
              await this.#redetectTouched(detecting, stale.changed);
              await swapIn(writer, stale.changed, stale.everything);
            }
            await this.#saveCatalogue(catalogue, stale.fingerprints);
          });
          this.#rules = rules;
          this.#changes++;
          this.#nextChangeAt = await leastNextChange(this.#database);
        });
      } finally {
        this.#touched = undefined;
        this.#redetection = undefined;
      }
    });
  }

  clear(_access: Access, journeys: readonly JourneyId[]): Promise<void> {
    return this.#writes.run(async () => {
      const { writer } = this.#database;
      await transaction(writer, async () => {
        const ofJourneys = isOneOf(this.#vocabulary, 'journey', journeys);
        for (const table of [KNOWN_INSTANCES, EVENTS, ...DERIVED, RATINGS, COMMENTS, VOICE, INVITATIONS]) await writer.run(`DELETE FROM ${table.name} WHERE ${ofJourneys}`);
        for (const journey of journeys) await writer.run('DELETE FROM detected_journeys WHERE journey = $1', [journey]);
      });
      this.#ids = undefined;
      this.ratings.removed();
      this.voice.removed();
      this.#changes++;
      this.#nextChangeAt = await leastNextChange(this.#database);
    });
  }

  remove(_access: Access, source: string, { now }: { now: Instant }): Promise<{ removed: number }> {
    return this.#writes.run(async () => {
      const { writer } = this.#database;
      const code = this.#terms.known(source);
      if (code === undefined) return { removed: 0 };
      const touched = await selectNumbers(writer, { instanceNo: 'instance_no', events: 'count(*)' }, `FROM events WHERE source = ${code} GROUP BY instance_no ORDER BY instance_no`);
      if (touched.length === 0) return { removed: 0 };
      const numbers = touched.map(({ instanceNo }) => instanceNo);
      await transaction(writer, async () => {
        await writer.run(`DELETE FROM events WHERE source = ${code}`);
        for (let first = 0; first < numbers.length; first += SWEEP_INSTANCES) {
          const instances = new Set(numbers.slice(first, first + SWEEP_INSTANCES));
          await replaceDerived(writer, this.#detecting(now), instances);
          // `touched` holds them now. An instance without an event left was never there: its id is free for any journey.
          await writer.run('DELETE FROM known_instances WHERE instance_no IN (SELECT instance_no FROM touched) AND instance_no NOT IN (SELECT instance_no FROM events SEMI JOIN touched USING (instance_no))');
        }
      });
      this.#ids = undefined;
      this.#changes++;
      this.#latestNow = Math.max(this.#latestNow, now);
      for (const instanceNo of numbers) this.#touched?.add(instanceNo);
      this.#nextChangeAt = await leastNextChange(this.#database);
      return { removed: touched.reduce((sum, { events }) => sum + events, 0) };
    });
  }

  extent({ scope }: Access, journeys?: readonly JourneyId[]): Promise<Extent> {
    return this.#ask('extent', { scope, journeys }, async (connection) => {
      const where = journeys ? isOneOf(this.#vocabulary, 'journey', journeys) : 'true';
      const columns = { events: 'coalesce(sum(events), 0)', instances: 'count(*)', first: 'coalesce(min(day), 0)', last: 'coalesce(max(day), 0)' };
      const [row] = await selectNumbers(connection, columns, `FROM instances WHERE ${where} AND ${inScope(this.#vocabulary, scope)}`);
      if (!row || row.instances === 0) return { events: 0, instances: 0 };
      return { events: row.events, instances: row.instances, firstDay: dayOfNumber(row.first), lastDay: dayOfNumber(row.last) };
    });
  }

  panorama({ scope }: Access, { level, filter }: MapQuestion) {
    return this.#ask('panorama', { scope, level, filter }, (connection) =>
      readPanorama(connection, this.#terms, level, inFilter(this.#vocabulary, scope, filter)),
    );
  }

  days({ scope }: Access, { level, filter }: MapQuestion) {
    return this.#read('days', { scope, level, filter }, (connection) =>
      readDays(connection, this.#terms, level, inFilter(this.#vocabulary, scope, filter)),
    );
  }

  frames({ scope }: Access, { level, filter, cuts }: Parameters<EventStore['frames']>[1]) {
    return this.#ask('frames', { scope, level, filter, cuts }, (connection) =>
      readFrames(connection, this.#terms, level, cuts, inFilter(this.#vocabulary, scope, filter)),
    );
  }

  place({ scope }: Access, { level, filter, node }: MapQuestion & { node: string }) {
    return this.#read('place', { scope, level, filter, node }, (connection) =>
      readPlace(connection, this.#vocabulary, level, node, inFilter(this.#vocabulary, scope, filter)),
    );
  }

  groups({ scope }: Access, { level, filter, node }: MapQuestion & { node: string }) {
    return this.#ask('groups', { scope, level, filter, node }, (connection) =>
      readGroups(connection, this.#vocabulary, level, node, inFilter(this.#vocabulary, scope, filter)),
    );
  }

  variants({ scope }: Access, { level, filter }: MapQuestion, page: { offset: number; limit: number }) {
    return this.#ask('variants', { scope, level, filter, page }, (connection) =>
      readVariants(connection, this.#terms, level, page, inFilter(this.#vocabulary, scope, filter)),
    );
  }

  chain({ scope }: Access, filter: Filter) {
    return this.#ask('chain', { scope, filter }, (connection) => readChain(connection, this.#terms, inFilter(this.#vocabulary, scope, filter)));
  }

  edge({ scope }: Access, { level, filter, edge }: Parameters<EventStore['edge']>[1]) {
    return this.#read('edge', { scope, level, filter, edge }, (connection) =>
      readEdge(connection, this.#vocabulary, level, edge, inFilter(this.#vocabulary, scope, filter)),
    );
  }

  rows({ scope }: Access, selection: Selection, page: Page) {
    return this.#read('rows', { scope, selection, page }, (connection) =>
      readRows(connection, this.#vocabulary, selection, page, inFilter(this.#vocabulary, scope, selection.filter)),
    );
  }

  story({ scope }: Access, instance: InstanceId): Promise<StoredStory | undefined> {
    return this.#readers.read((connection) => readStory(connection, this.#terms, this.#rules, scope, instance));
  }

  pendingInterruptions({ scope }: Access, among: PendingAmong = {}): Promise<PendingInterruption[]> {
    return this.#readByRules((connection, rules) => readPending(connection, this.#terms, rules, scope, among));
  }

  interruptionsNow({ scope }: Access, ids: readonly InterruptionId[]) {
    return this.#readByRules((connection, rules) => readInterruptions(connection, this.#terms, rules, scope, ids));
  }

  locusDays({ scope }: Access, question: LocusQuestion): Promise<LocusDay[]> {
    return this.#read('locusDays', { scope, question }, (connection) => readLocusDays(connection, this.#vocabulary, scope, question));
  }

  started({ scope }: Access, { unit, filter }: { unit: NpsUnit; filter: Filter }) {
    return this.#ask('started', { scope, unit, filter }, (connection) => readStarted(connection, this.#terms, unit, inFilter(this.#vocabulary, scope, filter)));
  }

  journeyPeriods({ scope }: Access, { unit, filter }: { unit: NpsUnit; filter: Filter }) {
    return this.#ask('journeyPeriods', { scope, unit, filter }, (connection) => readJourneyPeriods(connection, this.#terms, unit, inFilter(this.#vocabulary, scope, filter)));
  }

  arrivals({ scope }: Access, question: ArrivalsQuestion): Promise<Arrivals> {
    return this.#readers.read((connection) => readArrivals(connection, this.#vocabulary, scope, question));
  }

  async *sequences(_access: Access, journey: JourneyId) {
    const connection = await this.#readers.take();
    try {
      yield* readSequences(connection, this.#terms, journey);
    } finally {
      this.#readers.giveBack(connection);
    }
  }

  async *histories(_access: Access, journey: JourneyId) {
    const connection = await this.#readers.take();
    try {
      yield* readHistories(connection, this.#terms, journey);
    } finally {
      this.#readers.giveBack(connection);
    }
  }

  async close(): Promise<void> {
    await this.#configuring.run(() => this.#writes.run(async () => undefined));
    await this.#readers.close();
    await this.#database.close();
  }

  get #vocabulary(): Vocabulary {
    return { terms: this.#terms, organisations: this.#rules.catalogue.organisations, rules: this.#rules.rules };
  }

  #detecting(now: Instant): Detecting {
    return { terms: this.#terms, rules: this.#rules, zone: this.#zone, now };
  }

  /** Remembers the answer to one statement. */
  #ask<Answer>(kind: string, question: unknown, ask: (connection: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
    return this.#answers.get(this.revision, `${kind} ${JSON.stringify(question)}`, () => this.#readers.ask(ask));
  }

  /** Remembers the answer to several statements of one moment. */
  #read<Answer>(kind: string, question: unknown, ask: (connection: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
    return this.#answers.get(this.revision, `${kind} ${JSON.stringify(question)}`, () => this.#readers.read(ask));
  }

  /** Rows count in events as the rules know them: asked again when others came meanwhile. */
  async #readByRules<Answer>(ask: (connection: DuckDBConnection, rules: CodedRules) => Promise<Answer>): Promise<Answer> {
    const rules = this.#rules;
    const answer = await this.#readers.read((connection) => ask(connection, rules));
    return this.#rules === rules ? answer : this.#readByRules(ask);
  }

  /** Stores what has come together since the last commit; every caller gets its own result. */
  async #storeWaiting(): Promise<void> {
    const group: Waiting[] = [];
    for (let rows = 0; this.#waiting[0] && (group.length === 0 || rows + this.#waiting[0].events.length <= GROUP_ROWS); ) {
      const [batch] = this.#waiting.splice(0, 1);
      if (!batch) break;
      rows += batch.events.length;
      group.push(batch);
    }
    if (group.length === 0) return;
    const { writer } = this.#database;
    try {
      const ids = (this.#ids ??= await StoredIds.load(writer, this.#terms));
      const now = Math.max(...group.map(({ options }) => options.now));
      const stored = await transaction(writer, async () => {
        const batches = await storeEvents(writer, ids, this.#detecting(now), group);
        // No catalogue has this fingerprint: the next one, whatever it is, leads to detection.
        for (const journey of batches.left) await writer.run(`INSERT OR REPLACE INTO detected_journeys VALUES ($1, '')`, [journey]);
        return batches;
      });
      stored.remember();
      this.#terms.commit();
      this.#stored({ ...stored, now });
      group.forEach(({ resolve }, index) => resolve(stored.results[index] ?? { accepted: 0, duplicates: 0, rejected: [] }));
    } catch (error) {
      this.#terms.rollback();
      this.#forgetTerms();
      for (const { reject } of group) reject(error);
    }
  }

  /** What everybody has to know of events that were stored. */
  #stored(what: { now: Instant; nextChangeAt: Instant; touched: ReadonlySet<number>; detected: boolean }): void {
    this.#latestNow = Math.max(this.#latestNow, what.now);
    this.#nextChangeAt = Math.min(this.#nextChangeAt, what.nextChangeAt);
    for (const instanceNo of what.touched) this.#touched?.add(instanceNo);
    if (what.detected) this.#changes++;
  }

  /** Its codes may stand for other terms from now on. */
  #forgetTerms(): void {
    this.#rules = new CodedRules(this.#rules.catalogue, this.#terms);
  }

  /** Which stored journeys need other derived rows under a catalogue, and what all journeys are then detected with. */
  async #staleJourneys(catalogue: Catalogue): Promise<{ changed: number[]; everything: boolean; fingerprints: Map<JourneyId, string> }> {
    const { writer } = this.#database;
    const detected = new Map((await selectTexts(writer, 'SELECT journey, rules FROM detected_journeys')).map(([journey, rules]) => [journey, rules]));
    const stored = await storedJourneys(writer);
    const changed = stored.filter((code) => {
      const journey = this.#terms.text<JourneyId>(code);
      return journeyFingerprint(catalogue, journey, this.#zone.id) !== detected.get(journey);
    });
    const unchanged = new Set(stored.filter((code) => !changed.includes(code)).map((code) => this.#terms.text<JourneyId>(code)));
    const fingerprints = new Map<JourneyId, string>();
    for (const { id } of catalogue.journeys) {
      const fingerprint = journeyFingerprint(catalogue, id, this.#zone.id);
      // What is left for the next `configure` while this one runs must stay left.
      if (fingerprint !== undefined && !unchanged.has(id)) fingerprints.set(id, fingerprint);
    }
    // A journey that was never detected has no rows to keep.
    return { changed, everything: [...unchanged].every((journey) => !detected.has(journey)), fingerprints };
  }

  async #redetectTouched(detecting: Detecting, changed: readonly number[]): Promise<void> {
    const { writer } = this.#database;
    const touched = [...(this.#touched ?? [])];
    for (let first = 0; first < touched.length; first += SWEEP_INSTANCES) {
      const among = touched.slice(first, first + SWEEP_INSTANCES).join(', ');
      const ofChanged = `FROM known_instances WHERE instance_no IN (${among}) AND journey IN (${changed.join(', ')})`;
      const instances = new Set((await selectNumbers(writer, { instanceNo: 'instance_no' }, ofChanged)).map(({ instanceNo }) => instanceNo));
      await replaceDerived(writer, detecting, instances, Infinity, nextOf);
    }
  }

  async #saveCatalogue(catalogue: Catalogue, fingerprints: ReadonlyMap<JourneyId, string>): Promise<void> {
    const { writer } = this.#database;
    await writer.run(`INSERT OR REPLACE INTO facts VALUES ('catalogue', $1)`, [JSON.stringify(catalogue)]);
    const known = new Set<string>(catalogue.journeys.map(({ id }) => id));
    for (const [journey = ''] of await selectTexts(writer, 'SELECT journey FROM detected_journeys'))
      if (!known.has(journey)) await writer.run('DELETE FROM detected_journeys WHERE journey = $1', [journey]);
    for (const [journey, rules] of fingerprints) await writer.run('INSERT OR REPLACE INTO detected_journeys VALUES ($1, $2)', [journey, rules]);
  }
}

async function leastNextChange({ writer }: Database): Promise<Instant> {
  const least = `least((SELECT min(next_change_at) FROM instances), (SELECT min(next_change_at) FROM upcoming))`;
  const [row] = await selectNumbers(writer, { least: `coalesce(${least}, 'Infinity')` }, '');
  return row?.least ?? NEVER;
}
