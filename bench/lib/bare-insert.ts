import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceEvent } from '#model';
import { DOUBLE, DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api';
import reference from '../sql/insert-reference.sql?raw';
import { folder } from './filled-store';
import { statementsOf } from './sql-file';

const CHUNK_ROWS = 2048;
const TYPES = [VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, DOUBLE, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR];

const rowOf = (event: ServiceEvent) => {
  const { id, instance, journey, step, touchpoint, outcome, at, reason, initiative, customer, organisation, segment, attributes } = event;
  const optional = [reason, initiative, customer, organisation, segment].map((value) => value ?? null);
  return [id, instance, journey, step, touchpoint, outcome, at, ...optional, attributes ? JSON.stringify(attributes) : null];
};

/** DuckDB alone, inserting batches into a new file on a fresh connection, as `sql/insert-reference.sql` says. */
export async function bareInsert(): Promise<{ insert(events: readonly ServiceEvent[]): Promise<void>; close(): void }> {
  const path = join(folder, 'bare.duckdb');
  for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
  const instance = await DuckDBInstance.create(path, { memory_limit: '1GB', checkpoint_threshold: '256MB' });
  const connection = await instance.connect();
  for (const sql of statementsOf(reference).get('table') ?? []) await connection.run(sql);
  return {
    insert: async (events) => {
      await connection.run('BEGIN');
      const appender = await connection.createAppender('bare_events');
      for (let first = 0; first < events.length; first += CHUNK_ROWS) {
        const chunk = DuckDBDataChunk.create(TYPES);
        chunk.setRows(events.slice(first, first + CHUNK_ROWS).map(rowOf));
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
      await connection.run('COMMIT');
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
