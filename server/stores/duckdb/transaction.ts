import type { DuckDBConnection } from '@duckdb/node-api';

/** Runs work in a transaction; what it did is on the disk when this resolves, and undone when it throws. */
export async function transaction<Result>(connection: DuckDBConnection, work: () => Promise<Result>): Promise<Result> {
  await connection.run('BEGIN');
  try {
    const result = await work();
    await connection.run('COMMIT');
    return result;
  } catch (error) {
    // A failed commit has rolled back already.
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
