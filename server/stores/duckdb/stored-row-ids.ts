import type { DuckDBConnection } from '@duckdb/node-api';
import { EventIdIndex, hashId } from './event-id-index';
import { RowWriter } from './row-writer';
import { ASKED_IDS, type Table } from './schema';
import { selectNumbers, selectTexts } from './select';

/** Which ids of a table are stored: their hashes in memory, the ids themselves in the file. */
export class StoredRowIds {
  readonly #table: Table;
  readonly #hashes: EventIdIndex;

  private constructor(table: Table, expected: number) {
    this.#table = table;
    this.#hashes = new EventIdIndex(expected);
  }

  /** @param table with `id`, `id_low` and `id_high` */
  static async load(connection: DuckDBConnection, table: Table): Promise<StoredRowIds> {
    const [stored] = await selectNumbers(connection, { rows: 'count(*)' }, `FROM ${table.name}`);
    const ids = new StoredRowIds(table, stored?.rows ?? 0);
    // Whole columns of numbers are small.
    const result = await connection.run(`SELECT id_low, id_high FROM ${table.name}`);
    for (let index = 0; index < result.chunkCount; index++) {
      const chunk = result.getChunk(index);
      const [low, high] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
      for (let row = 0, rows = chunk.rowCount; row < rows; row++) ids.#hashes.add(Number(low.getItem(row)), Number(high.getItem(row)));
      if (index % CHUNKS_A_TURN === CHUNKS_A_TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    }
    return ids;
  }

  /** To be called after the commit. */
  add(id: string): void {
    const { low, high } = hashId(id);
    this.#hashes.add(low, high);
  }

  /** Of these ids, those that are stored: hashes say which may be, and the file is asked about those alone. */
  async storedAmong(connection: DuckDBConnection, asked: readonly string[]): Promise<ReadonlySet<string>> {
    const maybe = asked.filter((id) => this.#hashes.has(hashId(id)));
    if (maybe.length === 0) return new Set();
    await connection.run(`DELETE FROM ${ASKED_IDS.name}`);
    const writer = await RowWriter.open(connection, ASKED_IDS, 'temp');
    for (const id of maybe) {
      const { low, high } = hashId(id);
      writer.write([low, high, id]);
    }
    writer.close();
    return new Set((await selectTexts(connection, `SELECT id FROM ${this.#table.name} SEMI JOIN ${ASKED_IDS.name} USING (id_low, id_high, id)`)).flat());
  }
}

/** Chunks that are read before others get their turn. */
const CHUNKS_A_TURN = 64;
