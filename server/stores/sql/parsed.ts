import type { z } from 'zod';

/** Reads a JSON document by its schema: a damaged row throws. */
export const parsed = <Schema extends z.ZodType>(schema: Schema, body: string): z.output<Schema> => schema.parse(JSON.parse(body));

/** Lets others have the thread, which calls of the driver keep. */
export const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Rows a statement carries: SQLite and PostgreSQL limit its parameters. */
export function* parts<Row>(rows: readonly Row[], size: number): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
