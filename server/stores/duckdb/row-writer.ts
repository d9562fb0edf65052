import { DuckDBDataChunk, type DuckDBAppender, type DuckDBConnection, type DuckDBType, type DuckDBVector } from '@duckdb/node-api';
import type { Table } from './schema';

/** The most rows DuckDB takes at once. */
const CHUNK_ROWS = 2048;

export type Cell = number | string;

/**
 * Appends rows to a table through column chunks, the fastest way into DuckDB from JavaScript. Rows are part of the connection's
 * transaction. Close it before the commit.
 */
export class RowWriter {
  readonly #appender: DuckDBAppender;
  readonly #types: readonly DuckDBType[];
  #chunk: DuckDBDataChunk | undefined;
  #columns: DuckDBVector<Cell>[] = [];
  #rows = 0;
  /** Rows written so far. */
  written = 0;

  private constructor(appender: DuckDBAppender, types: readonly DuckDBType[]) {
    this.#appender = appender;
    this.#types = types;
  }

  static async open(connection: DuckDBConnection, table: Table, catalog?: string): Promise<RowWriter> {
    return new RowWriter(await connection.createAppender(table.name, null, catalog), Object.values(table.columns));
  }

  /** @param cells in the order of the table's columns */
  write(cells: readonly Cell[]): void {
    if (!this.#chunk) {
      this.#chunk = DuckDBDataChunk.create(this.#types, CHUNK_ROWS);
      const chunk = this.#chunk;
      // The vectors of codes take numbers, those of ids strings: the table's types say which, and a wrong cell throws.
      this.#columns = this.#types.map((_, index) => chunk.getColumnVector(index) as DuckDBVector<Cell>);
    }
    const row = this.#rows++;
    for (let index = 0; index < cells.length; index++) this.#columns[index]?.setItem(row, cells[index] ?? null);
    this.written++;
    if (this.#rows === CHUNK_ROWS) this.#emit();
  }

  close(): void {
    this.#emit();
    this.#appender.closeSync();
  }

  #emit(): void {
    if (!this.#chunk) return;
    for (const column of this.#columns) column.flush();
    this.#chunk.rowCount = this.#rows;
    this.#appender.appendDataChunk(this.#chunk);
    this.#chunk = undefined;
    this.#rows = 0;
  }
}
