import type { EventId, InstanceId, JourneyId, ServiceEvent } from '#model';
import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api';
import { EventIdIndex, hashId, type IdHash } from './event-id-index';
import { RowWriter } from './row-writer';
import { ASKED_IDS, TOUCHED } from './schema';
import { selectTexts } from './select';
import type { Terms } from './terms';

/** Which events and instances are stored, in memory: what an append must know of each of its rows. */
export class StoredIds {
  readonly #terms: Terms;
  readonly #events = new EventIdIndex();
  readonly #numbers = new Map<InstanceId, number>();
  /** Journey code by instance number. */
  readonly #journeys: number[] = [];

  private constructor(terms: Terms) {
    this.#terms = terms;
  }

  /** Reads what is stored: about a second for ten million events. */
  static async load(connection: DuckDBConnection, terms: Terms): Promise<StoredIds> {
    const ids = new StoredIds(terms);
    const events = await connection.stream('SELECT id_low, id_high FROM events');
    for (let chunk = await events.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await events.fetchChunk()) {
      const [low, high] = [chunk.getColumnVector(0) as DuckDBVector<number>, chunk.getColumnVector(1) as DuckDBVector<number>];
      for (let row = 0; row < chunk.rowCount; row++) ids.#events.add(low.getItem(row) ?? 0, high.getItem(row) ?? 0);
    }
    const instances = await connection.stream('SELECT instance_no, journey, id FROM known_instances');
    for (let chunk = await instances.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await instances.fetchChunk())
      for (const [instanceNo, journey, id] of chunk.getRows()) ids.addInstance(Number(instanceNo), Number(journey), String(id) as InstanceId);
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

/** Makes the temporary table `touched` hold exactly these instances. */
export async function fillTouched(connection: DuckDBConnection, instances: Iterable<number>): Promise<void> {
  await connection.run(`DELETE FROM ${TOUCHED.name}`);
  const writer = await RowWriter.open(connection, TOUCHED, 'temp');
  for (const instanceNo of instances) writer.write([instanceNo]);
  writer.close();
}
