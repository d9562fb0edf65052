import type { DuckDBConnection } from '@duckdb/node-api';

/** Named expressions, and everything from `FROM` on. */
export interface Question<Column extends string = string> {
  columns: Record<Column, string>;
  rest: string;
}

/** Types a question by the names of its columns. */
export const question = <const Column extends string>(columns: Record<Column, string>, rest: string): Question<Column> => ({ columns, rest });

/** Rows by the names of their columns. */
export type Rows<Asked extends Question> = Record<keyof Asked['columns'], number>[];

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
  return (await selectTogether(connection, { asked: question(columns, rest) })).asked;
}

/**
 * Asks several questions in one statement: all are answered of one moment, and a busy main thread is waited for once. Each question is a
 * branch of a UNION, told apart by its number and padded to the same width.
 */
export async function selectTogether<const Asked extends Record<string, Question>>(
  connection: DuckDBConnection,
  asked: Asked,
): Promise<{ [Name in keyof Asked]: Rows<Asked[Name]> }> {
  const questions = Object.values(asked);
  const width = Math.max(...questions.map(({ columns }) => Object.keys(columns).length));
  const branches = questions.map(({ columns, rest }, number) => {
    const expressions = Object.values(columns).map((expression) => `(${expression})::DOUBLE`);
    return `(SELECT ${[number, ...expressions, ...Array<string>(width - expressions.length).fill('0::DOUBLE')].join(', ')} ${rest})`;
  });
  const result = await connection.run(branches.join(' UNION ALL '));

  const names = questions.map(({ columns }) => Object.keys(columns));
  const rows: Record<string, number>[][] = questions.map(() => []);
  for (let index = 0; index < result.chunkCount; index++) {
    const chunk = result.getChunk(index);
    const vectors = Array.from({ length: width + 1 }, (_, column) => chunk.getColumnVector(column));
    for (let row = 0, count = chunk.rowCount; row < count; row++) {
      const number = numberOf(vectors[0]?.getItem(row), 'question');
      const values = names[number]?.map((name, column): [string, number] => [name, numberOf(vectors[column + 1]?.getItem(row), name)]) ?? [];
      rows[number]?.push(Object.fromEntries(values));
    }
  }
  // Each question's rows carry the names of its columns, which `Object.keys` forgot.
  return Object.fromEntries(Object.keys(asked).map((name, number) => [name, rows[number]])) as { [Name in keyof Asked]: Rows<Asked[Name]> };
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
