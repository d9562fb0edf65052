import { DuckDBDataChunk, INTEGER, type DuckDBAppender, type DuckDBConnection, type DuckDBType } from '@duckdb/node-api';
import type { Table } from './schema';

/** The most rows DuckDB takes at once. */
const CHUNK_ROWS = 2048;

/**
 * Appends rows of numbers to a table, several times as fast as `RowWriter`: cells are gathered column by column and copied whole. For tables whose
 * columns are integers first and times after them. Rows are part of the connection's transaction. Close it before the commit.
 */
export class NumberWriter {
  readonly #appender: DuckDBAppender;
  readonly #ints: Int32Array[] = [];
  readonly #times: Float64Array[] = [];
  /** One for all: each holds memory that the collector does not see, and so does not hurry to free. */
  readonly #chunk: DuckDBDataChunk;
  #rows = 0;

  private constructor(appender: DuckDBAppender, types: readonly DuckDBType[]) {
    this.#appender = appender;
    this.#chunk = DuckDBDataChunk.create(types);
    for (const type of types) {
      if (type === INTEGER) this.#ints.push(new Int32Array(CHUNK_ROWS));
      else this.#times.push(new Float64Array(CHUNK_ROWS));
    }
  }

  static async open(connection: DuckDBConnection, table: Table): Promise<NumberWriter> {
    return new NumberWriter(await connection.createAppender(table.name), Object.values(table.columns));
  }

  /** Takes a row from two lists that may be used again for the next; what they hold beyond the table's columns is left out. */
  write(ints: Int32Array, times: Float64Array): void {
    const row = this.#rows++;
    for (let index = 0; index < this.#ints.length; index++) {
      const column = this.#ints[index];
      if (column) column[row] = ints[index] ?? 0;
    }
    for (let index = 0; index < this.#times.length; index++) {
      const column = this.#times[index];
      if (column) column[row] = times[index] ?? 0;
    }
    if (this.#rows === CHUNK_ROWS) this.#emit();
  }

  close(): void {
    this.#emit();
    this.#appender.closeSync();
  }

  #emit(): void {
    if (this.#rows === 0) return;
    const chunk = this.#chunk;
    chunk.reset();
    chunk.rowCount = this.#rows;
    for (const [index, column] of [...this.#ints, ...this.#times].entries()) {
      const vector = chunk.getColumnVector(index);
      // The array behind a vector of numbers, which its declaration hides: one copy instead of a checked call for each cell.
      const { items } = vector as unknown as { items: Int32Array | Float64Array };
      items.set(column.subarray(0, this.#rows));
      vector.flush();
    }
    this.#appender.appendDataChunk(chunk);
    this.#rows = 0;
  }
}
