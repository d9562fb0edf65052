import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * Selects numbers by name: each expression is cast to DOUBLE, which JavaScript reads without BigInt (counts are exact to 2^53).
 *
 * @param columns expressions by the name they are read by
 * @param rest everything from `FROM` on
 */
export async function selectNumbers<const Column extends string>(
  connection: DuckDBConnection,
  columns: Record<Column, string>,
  rest: string,
): Promise<Record<Column, number>[]> {
  // `Object.keys` forgets which keys it was given.
  const names = Object.keys(columns) as Column[];
  const list = names.map((name) => `(${columns[name]})::DOUBLE AS "${name}"`).join(', ');
  const result = await connection.run(`SELECT ${list} ${rest}`);
  const rows: Record<Column, number>[] = [];
  for (let index = 0; index < result.chunkCount; index++) {
    const chunk = result.getChunk(index);
    const vectors = names.map((_, column) => chunk.getColumnVector(column));
    for (let row = 0; row < chunk.rowCount; row++) {
      const values = names.map((name, column): [Column, number] => [name, numberOf(vectors[column]?.getItem(row), name)]);
      rows.push(Object.fromEntries(values) as Record<Column, number>);
    }
  }
  return rows;
}

/** Selects texts; `text` columns only. */
export async function selectTexts(connection: DuckDBConnection, sql: string, parameters: string[] = []): Promise<string[][]> {
  const reader = await connection.runAndReadAll(sql, parameters);
  return reader.getRows().map((row) => row.map((value) => textOf(value)));
}

function numberOf(value: unknown, name: string): number {
  if (typeof value === 'number') return value;
  throw new TypeError(`Failed to read the column "${name}": it holds ${String(value)}, no number.`);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`Failed to read a text: it is ${String(value)}.`);
}
