import type { EventId, InstanceId, JourneyId, ServiceEvent } from '#model';
import type { DuckDBConnection, DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api';
import { EventIdIndex, hashId, type IdHash } from './event-id-index';
import { RowWriter } from './row-writer';
import { ASKED_IDS, TOUCHED } from './schema';
import { selectNumbers, selectTexts } from './select';
import type { Terms } from './terms';

/** Which events and instances are stored, in memory: what an append must know of each of its rows. */
export class StoredIds {
  readonly #terms: Terms;
  readonly #events: EventIdIndex;
  readonly #numbers = new Map<InstanceId, number>();
  /** Journey code by instance number. */
  readonly #journeys: number[] = [];

  private constructor(terms: Terms, events: number) {
    this.#terms = terms;
    this.#events = new EventIdIndex(events);
  }

  /** Reads what is stored: some seconds for ten million events. */
  static async load(connection: DuckDBConnection, terms: Terms): Promise<StoredIds> {
    const [stored] = await selectNumbers(connection, { events: 'count(*)' }, 'FROM events');
    const ids = new StoredIds(terms, stored?.events ?? 0);
    await eachChunk(connection, 'SELECT id_low, id_high FROM events', (chunk, rows) => {
      const [low, high] = [chunk.getColumnVector(0) as DuckDBVector<number>, chunk.getColumnVector(1) as DuckDBVector<number>];
      for (let row = 0; row < rows; row++) ids.#events.add(low.getItem(row) ?? 0, high.getItem(row) ?? 0);
    });
    await eachChunk(connection, 'SELECT instance_no, journey, id FROM known_instances', (chunk, rows) => {
      const [instanceNo, journey] = [chunk.getColumnVector(0) as DuckDBVector<number>, chunk.getColumnVector(1) as DuckDBVector<number>];
      const id = chunk.getColumnVector(2) as DuckDBVector<InstanceId>;
      for (let row = 0; row < rows; row++) ids.addInstance(instanceNo.getItem(row) ?? 0, journey.getItem(row) ?? 0, id.getItem(row) ?? ('' as InstanceId));
    });
    return ids;
  }

  /** The number the next new instance gets. */
  get nextNumber(): number {
    return this.#journeys.length;
  }

  numberOf(instance: InstanceId): number | undefined {
    return this.#numbers.get(instance);
  }

  journeyOf(instance: InstanceId): JourneyId | undefined {
    const number = this.#numbers.get(instance);
    const code = number === undefined ? undefined : this.#journeys[number];
    return code === undefined ? undefined : this.#terms.text<JourneyId>(code);
  }

  addInstance(instanceNo: number, journey: number, id: InstanceId): void {
    this.#numbers.set(id, instanceNo);
    this.#journeys[instanceNo] = journey;
  }

  addEvent({ low, high }: IdHash): void {
    this.#events.add(low, high);
  }

  /**
   * Of these events, the ids that are stored. Hashes say which may be; the file is asked only about those: first the events of their
   * instances, which lie together and hold nearly every duplicate, then all.
   */
  async storedAmong(connection: DuckDBConnection, events: readonly Pick<ServiceEvent, 'id' | 'instance'>[]): Promise<Set<EventId>> {
    const maybe = events.filter(({ id }) => this.#events.has(hashId(id)));
    const stored = new Set<EventId>();
    if (maybe.length === 0) return stored;
    const ask = async (sql: string) => {
      for (const [id] of await selectTexts(connection, sql)) stored.add(id as EventId);
    };
    const instances = new Set(maybe.flatMap(({ instance }) => this.numberOf(instance) ?? []));
    await fillTouched(connection, instances);
    await ask('SELECT id FROM events SEMI JOIN touched USING (instance_no)');

    const left = maybe.filter(({ id }) => !stored.has(id));
    if (left.length === 0) return stored;
    await connection.run(`DELETE FROM ${ASKED_IDS.name}`);
    const writer = await RowWriter.open(connection, ASKED_IDS, 'temp');
    for (const { id } of left) {
      const { low, high } = hashId(id);
      writer.write([low, high, id]);
    }
    writer.close();
    await ask('SELECT id FROM events SEMI JOIN asked_ids USING (id_low, id_high, id)');
    return stored;
  }
}

/** Chunks that are read before others get their turn. */
const CHUNKS_A_TURN = 64;

async function eachChunk(connection: DuckDBConnection, sql: string, visit: (chunk: DuckDBDataChunk, rows: number) => void): Promise<void> {
  // Whole columns of numbers are small; fetching them chunk by chunk would cost a trip through the thread pool each.
  const result = await connection.run(sql);
  for (let index = 0; index < result.chunkCount; index++) {
    const chunk = result.getChunk(index);
    // Read once: it is a call into DuckDB.
    visit(chunk, chunk.rowCount);
    if (index % CHUNKS_A_TURN === CHUNKS_A_TURN - 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Makes the temporary table `touched` hold exactly these instances. */
export async function fillTouched(connection: DuckDBConnection, instances: Iterable<number>): Promise<void> {
  await connection.run(`DELETE FROM ${TOUCHED.name}`);
  const writer = await RowWriter.open(connection, TOUCHED, 'temp');
  for (const instanceNo of instances) writer.write([instanceNo]);
  writer.close();
}
