import { type InstanceId, type Instant, journeyEvent, OUTCOMES } from '#model';
import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api';
import type { Access, AlikeFields, AppendOptions, AppendRejection, EventTable, TableAppended, TableFile } from '../../ports';
import type { WriteQueue } from '../write-queue';
import type { CodedRules } from './coded-rules';
import { hashText } from './event-id-index';
import { initiativeCode } from './instance-detector';
import type { Database } from './open-database';
import { type Detecting, replaceDerived } from './replace-derived';
import { NONE, TERMS } from './schema';
import { selectNumbers, selectTexts } from './select';
import { writeAll } from './store-events';
import type { StoredIds } from './stored-ids';
import { alikeColumn, idOf, instantOf, quoted } from './table-sql';
import type { Terms } from './terms';
import { transaction } from './transaction';

/** What a file's rows share with all other events of the store. */
export interface DuckdbTableParts {
  database: Database;
  terms: Terms;
  /** The one queue of all that writes into the file. */
  writes: WriteQueue;
  detecting(now: Instant): Detecting;
  /** Ids in memory, where somebody has needed them. */
  ids(): StoredIds | undefined;
  /** Whether somebody waits to hear which instances are written to. */
  asksTouched(): boolean;
  /** Called after the commit. */
  stored(what: { now: Instant; nextChangeAt: Instant; touched: ReadonlySet<number>; detected: boolean }): void;
  /** Called when terms were taken back: what knows their codes must forget them. */
  onRollback(): void;
}

interface Opened {
  connection: DuckDBConnection;
  /** Where `stage` is, and what is made of it. */
  database: string;
  file: TableFile;
  rows: number;
  alike: EventTable['alike'];
  others: { row: number; cells: string[] }[];
  /** Rows that hold line breaks, in their order. */
  breaks: { row: number; breaks: number }[];
  close(): Promise<void>;
}

/** A file in `stage`. Its instances are numbered from 0 in the order of the file, and get the store's numbers with their first row. */
export class DuckdbTable implements EventTable {
  readonly rows: number;
  readonly alike: EventTable['alike'];
  readonly others: EventTable['others'];
  readonly #parts: DuckdbTableParts;
  readonly #opened: Opened;
  /** Line breaks in rows up to and with `breaks[i]`. */
  readonly #breaksUntil: number[] = [];
  #fields: readonly (AlikeFields | undefined)[] = [];
  /** Whether rows of this name may be stored already. */
  #mayRepeat = true;
  /** The number that the store's next new instance gets, as far as this file knows. */
  #next: number | undefined;
  #isClosed = false;

  constructor(parts: DuckdbTableParts, opened: Opened) {
    this.#parts = parts;
    this.#opened = opened;
    this.rows = opened.rows;
    this.alike = opened.alike;
    let sum = 0;
    for (const { breaks } of opened.breaks) this.#breaksUntil.push((sum += breaks));
    this.others = opened.others.map(({ row, cells }) => ({ row, line: this.lineOf(row), cells }));
  }

  lineOf(row: number): number {
    const { breaks } = this.#opened;
    let [low, high] = [0, breaks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle]?.row ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    // The header is line 1.
    return row + 2 + (this.#breaksUntil[low - 1] ?? 0);
  }

  async instancesAt(rows: readonly number[]): Promise<string[]> {
    const { connection, database } = this.#opened;
    if (rows.length === 0) return [];
    const found = new Map((await selectTexts(connection, `SELECT rowid::VARCHAR, instance FROM ${database}.stage WHERE rowid IN (${rows.join(', ')})`)).map(([row, instance = '']) => [Number(row), instance]));
    return rows.map((row) => found.get(row) ?? '');
  }

  async rowsAlike(places: readonly number[]): Promise<{ row: number; alike: number }[]> {
    const { connection, database, file } = this.#opened;
    if (places.length === 0) return [];
    const columns = file.alike.map((_, index) => alikeColumn(index)).join(', ');
    const asked = places.map((place) => `(${[...(this.alike[place]?.values ?? []).map(quoted), place].join(', ')})`);
    return selectNumbers(connection, { row: 's.rowid', alike: 'a.place' }, `FROM ${database}.stage s JOIN (VALUES ${asked.join(', ')}) a(${columns}, place) USING (${columns}) WHERE s.instance IS NOT NULL ORDER BY s.rowid`);
  }

  async numbersOf(instances: readonly string[]): Promise<Map<string, number>> {
    const { connection, database } = this.#opened;
    const found = new Map<string, number>();
    for (let first = 0; first < instances.length; first += VALUES_A_STATEMENT) {
      const asked = instances.slice(first, first + VALUES_A_STATEMENT).map(quoted);
      for (const [instance = '', place] of await selectTexts(connection, `SELECT instance, place::VARCHAR FROM ${database}.instances WHERE instance IN (${asked.join(', ')})`)) found.set(instance, Number(place));
    }
    return found;
  }

  async decide(fields: readonly (AlikeFields | undefined)[]): Promise<boolean> {
    const { connection, database, file } = this.#opened;
    this.#fields = fields;
    const columns = file.alike.map((_, index) => alikeColumn(index));
    const taken = this.alike.flatMap(({ values }, index) => (fields[index] ? [`(${[...values.map(quoted), index].join(', ')})`] : []));
    await connection.run(`CREATE TABLE ${database}.alike (${columns.map((name) => `${name} VARCHAR`).join(', ')}, place INTEGER)`);
    if (taken.length > 0) await connection.run(`INSERT INTO ${database}.alike VALUES ${taken.join(', ')}`);
    const all = taken.length === this.alike.length;
    const [stored] = await selectNumbers(connection, { instances: 'count(*)', repeats: `(SELECT count(*) FROM (SELECT 1 FROM events WHERE starts_with(id, ${quoted(`${file.name}#`)}) LIMIT 1))` }, 'FROM known_instances');
    this.#mayRepeat = (stored?.repeats ?? 0) > 0;
    const own = `SELECT instance, min(rowid) AS first, max(rowid) AS last FROM ${database}.stage ${all ? '' : `SEMI JOIN ${database}.alike USING (${columns.join(', ')})`} WHERE instance IS NOT NULL GROUP BY instance`;
    // The store's number of an instance that it has, else none.
    const known = stored?.instances ? `coalesce(k.instance_no, ${NONE})` : String(NONE);
    const join = stored?.instances ? `LEFT JOIN known_instances k ON k.id = ${quoted(`${file.journey}:`)} || o.instance` : '';
    await connection.run(
      `CREATE TABLE ${database}.instances AS SELECT o.instance, o.first::INTEGER AS first, o.last::INTEGER AS last, (row_number() OVER (ORDER BY o.first) - 1)::INTEGER AS place, ${known}::INTEGER AS known FROM (${own}) o ${join}`,
    );
    this.#next = await nextNumber(connection);
    return !(await this.#hasForeign());
  }

  async append(_access: Access, rows: { first: number; last: number }, options: AppendOptions): Promise<TableAppended> {
    await this.#cut(rows);
    const { writes, terms, database, detecting } = this.#parts;
    return writes.run(async () => {
      const { rules } = detecting(options.now);
      const refused = options.detection === 'later' ? new Map<number, Refusal>() : this.#refused(rules);
      await this.#learn();
      try {
        const stored = await transaction(database.writer, () => this.#store(database.writer, refused, options));
        terms.commit();
        await this.#remember(stored, rows);
        this.#parts.stored({ now: options.now, ...stored });
        return await this.#appended(refused, stored.accepted);
      } catch (error) {
        terms.rollback();
        this.#parts.onRollback();
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#opened.close();
  }

  /** Makes `chunk` of some rows: their events but for what only the store knows. */
  async #cut({ first, last }: { first: number; last: number }): Promise<void> {
    const { connection, database, file } = this.#opened;
    const { id, low, high } = idOf(file.name, hashText(`${file.name}#`));
    const alike = file.alike.map((_, index) => `a.${alikeColumn(index)} = s.${alikeColumn(index)}`).join(' AND ');
    const days = file.time.zone === undefined ? '' : `JOIN ${database}.days d ON d.day = s.ts // 86400000`;
    await connection.run(
      `CREATE OR REPLACE TABLE ${database}.chunk AS
      SELECT s.rowid::INTEGER AS row, i.place, i.known, a.place AS alike, ${instantOf(file.time.zone)} AS at_ms, ${id} AS id, ${low} AS id_low, ${high} AS id_high, s.customer, s.attributes, false AS is_duplicate
      FROM ${database}.stage s JOIN ${database}.alike a ON ${alike} JOIN (SELECT * FROM ${database}.instances WHERE first <= ${last} AND last >= ${first}) i ON i.instance = s.instance ${days}
      WHERE s.rowid BETWEEN ${first} AND ${last}`,
    );
  }

  /** What others stored since: instances that are among these, and rows that are these. */
  async #learn(): Promise<void> {
    const { connection, database, file } = this.#opened;
    const next = await nextNumber(connection);
    if (this.#next !== next) {
      const known = `FROM known_instances k JOIN ${database}.instances i ON k.id = ${quoted(`${file.journey}:`)} || i.instance`;
      await connection.run(`UPDATE ${database}.instances AS own SET known = found.instance_no FROM (SELECT i.place, k.instance_no ${known} WHERE i.known = ${NONE}) found WHERE own.place = found.place`);
      await connection.run(`UPDATE ${database}.chunk AS own SET known = i.known FROM ${database}.instances i WHERE own.place = i.place`);
      if (await this.#hasForeign()) throw new Error(`Failed to store ${file.name}: one of its instances has become one of another journey.`);
    }
    this.#next = next;
    if (this.#mayRepeat) await connection.run(`UPDATE ${database}.chunk AS own SET is_duplicate = true FROM events e WHERE e.id_low = own.id_low AND e.id_high = own.id_high AND e.id = own.id`);
  }

  /** Whether the store has one of these instances as one of another journey. */
  async #hasForeign(): Promise<boolean> {
    const { connection, database, file } = this.#opened;
    const own = this.#parts.terms.known(file.journey) ?? NONE;
    const [found] = await selectNumbers(connection, { foreign: 'count(*)' }, `FROM ${database}.instances i JOIN known_instances k ON k.instance_no = i.known WHERE i.known <> ${NONE} AND k.journey <> ${own}`);
    return (found?.foreign ?? 0) > 0;
  }

  /** Which rows the catalogue refuses, by what they have in common. */
  #refused({ rules }: CodedRules): Map<number, Refusal> {
    const { journey } = this.#opened.file;
    return new Map(
      this.#fields.flatMap((fields, index) => {
        const read = fields && journeyEvent(rules, { journey, at: 0, ...fields });
        return typeof read === 'string' ? [[index, { field: REFUSED_FIELD[read], reason: read }] as const] : [];
      }),
    );
  }

  async #store(writer: DuckDBConnection, refused: ReadonlyMap<number, Refusal>, options: AppendOptions): Promise<StoredChunk> {
    const { database, file } = this.#opened;
    const { terms, detecting, ids, asksTouched } = this.#parts;
    const isNew = `NOT c.is_duplicate${refused.size === 0 ? '' : ` AND c.alike NOT IN (${[...refused.keys()].join(', ')})`}`;
    const firstNew = ids()?.nextNumber ?? (await nextNumber(writer));
    const journey = terms.code(file.journey);
    const source = options.source === undefined ? NONE : terms.code(options.source);
    await writer.run(
      `CREATE OR REPLACE TEMP TABLE fresh AS SELECT place, (row_number() OVER (ORDER BY place) - 1 + ${firstNew})::INTEGER AS instance_no FROM (SELECT DISTINCT place FROM ${database}.chunk c WHERE c.known = ${NONE} AND ${isNew})`,
    );
    await writer.run(
      `INSERT INTO known_instances SELECT f.instance_no, ${journey}, ${quoted(`${file.journey}:`)} || i.instance FROM fresh f JOIN ${database}.instances i USING (place) ORDER BY f.instance_no`,
    );
    await writer.run(`CREATE OR REPLACE TEMP TABLE coded (${CODED.map((name) => `${name} INTEGER`).join(', ')})`);
    const codes = this.#fields.flatMap((fields, place) => (fields ? [`(${[place, ...this.#codesOf(fields)].join(', ')})`] : []));
    if (codes.length > 0) await writer.run(`INSERT INTO coded VALUES ${codes.join(', ')}`);
    const numbered = `FROM ${database}.chunk c LEFT JOIN fresh f ON f.place = c.place`;
    const number = `coalesce(f.instance_no, c.known)`;
    const [counts] = await selectNumbers(writer, { accepted: 'count(*)' }, `FROM ${database}.chunk c WHERE ${isNew}`);
    await writer.run(
      `INSERT INTO events SELECT ${number}, ${journey}, k.step, k.touchpoint, k.outcome, k.reason, k.initiative, k.organisation, k.segment, c.at_ms, c.id, c.id_low, c.id_high, c.customer, c.attributes, ${source}
      ${numbered} JOIN coded k ON k.place = c.alike WHERE ${isNew}`,
    );
    const detected = options.detection !== 'later';
    const touched = new Set(detected || asksTouched() ? (await selectNumbers(writer, { number }, `${numbered} WHERE ${isNew} GROUP BY ${number} ORDER BY ${number}`)).map((row) => row.number) : []);
    const nextChangeAt = detected ? await replaceDerived(writer, detecting(options.now), touched, firstNew) : Infinity;
    // No catalogue has this fingerprint: the next one, whatever it is, leads to detection.
    if (!detected) await writer.run(`INSERT OR REPLACE INTO detected_journeys VALUES ($1, '')`, [file.journey]);
    await writeAll(writer, TERMS, terms.pending());
    return { accepted: counts?.accepted ?? 0, isNew, firstNew, touched, detected: detected && touched.size > 0, nextChangeAt };
  }

  #codesOf({ step, touchpoint, outcome, reason, initiative, organisation, segment }: AlikeFields): number[] {
    const code = (id: string | undefined) => (id === undefined ? NONE : this.#parts.terms.code(id));
    return [code(step), code(touchpoint), OUTCOMES.indexOf(outcome), code(reason), initiativeCode(initiative), code(organisation), code(segment)];
  }

  /** After the commit: numbers for the chunks to come, and for what is in memory. */
  async #remember({ isNew }: StoredChunk, { last }: { last: number }): Promise<void> {
    const { connection, database, file } = this.#opened;
    const { writer } = this.#parts.database;
    const going = await selectNumbers(writer, { place: 'f.place', number: 'f.instance_no' }, `FROM fresh f JOIN ${database}.instances i USING (place) WHERE i.last > ${last}`);
    for (let first = 0; first < going.length; first += VALUES_A_STATEMENT) {
      const values = going.slice(first, first + VALUES_A_STATEMENT).map(({ place, number }) => `(${place}, ${number})`);
      await connection.run(`UPDATE ${database}.instances AS own SET known = f.number FROM (VALUES ${values.join(', ')}) f(place, number) WHERE own.place = f.place`);
    }
    const ids = this.#parts.ids();
    if (ids) {
      const journey = this.#parts.terms.code(file.journey);
      const names = await selectTexts(writer, `SELECT f.instance_no::VARCHAR, i.instance FROM fresh f JOIN ${database}.instances i USING (place)`);
      // An instance id is its journey and what the file calls it.
      for (const [number, name = ''] of names) ids.addInstance(Number(number), journey, `${file.journey}:${name}` as InstanceId);
      for (const { low, high } of await selectNumbers(writer, { low: 'c.id_low', high: 'c.id_high' }, `FROM ${database}.chunk c WHERE ${isNew}`)) ids.addEvent({ low, high });
    }
    this.#next = await nextNumber(connection);
  }

  async #appended(refused: ReadonlyMap<number, Refusal>, accepted: number): Promise<TableAppended> {
    const { connection, database } = this.#opened;
    const result = await connection.run(`SELECT row, place, at_ms, alike, is_duplicate::INTEGER FROM ${database}.chunk ORDER BY row`);
    const count = result.rowCount;
    const told = { accepted, duplicates: 0, refused, row: new Int32Array(count), instance: new Int32Array(count), at: new Float64Array(count), alike: new Int32Array(count), isDuplicate: new Uint8Array(count) };
    const lists = [told.row, told.instance, told.at, told.alike, told.isDuplicate];
    let base = 0;
    for (let index = 0; index < result.chunkCount; index++) {
      const chunk = result.getChunk(index);
      const rows = chunk.rowCount;
      for (const [column, list] of lists.entries()) {
        const vector = chunk.getColumnVector(column) as DuckDBVector<number>;
        for (let row = 0; row < rows; row++) list[base + row] = vector.getItem(row) ?? 0;
      }
      base += rows;
    }
    told.duplicates = told.isDuplicate.reduce((sum, one) => sum + one, 0);
    return told;
  }
}

type Refusal = Pick<AppendRejection, 'field' | 'reason'>;
const REFUSED_FIELD = { 'unknown-journey': 'journey', 'unknown-step': 'step', 'unknown-touchpoint': 'touchpoint' } as const;

interface StoredChunk {
  accepted: number;
  /** Which rows of `chunk c` were stored. */
  isNew: string;
  firstNew: number;
  touched: ReadonlySet<number>;
  detected: boolean;
  nextChangeAt: Instant;
}

const CODED = ['place', 'step', 'touchpoint', 'outcome', 'reason', 'initiative', 'organisation', 'segment'];
const VALUES_A_STATEMENT = 10_000;

async function nextNumber(connection: DuckDBConnection): Promise<number> {
  const [row] = await selectNumbers(connection, { next: 'coalesce(max(instance_no), -1) + 1' }, 'FROM known_instances');
  return row?.next ?? 0;
}
