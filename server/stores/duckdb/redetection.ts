import type { DuckDBConnection, DuckDBInstance, DuckDBMaterializedResult } from '@duckdb/node-api';
import type { Progress } from '../../ports';
import { DerivedWriter } from './derived-writer';
import { DETECTED_COLUMNS, DETECTED_ORDER, InstanceDetector } from './instance-detector';
import type { Detecting } from './replace-derived';
import { createTable, DERIVED, nextOf } from './schema';
import { selectNumbers } from './select';
import { transaction } from './transaction';

/** Events read at once: enough to keep DuckDB busy, little enough to stay in memory. */
const RANGE_EVENTS = 200_000;

/**
 * Detects all instances of these journeys into the `next_` tables, range by range of instance numbers: while one range is detected,
 * DuckDB sorts the next. Readers and the writer go on meanwhile.
 */
export async function redetect(
  instance: DuckDBInstance,
  detecting: Detecting,
  journeys: readonly number[],
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const [reader, writer] = [await instance.connect(), await instance.connect()];
  let reading: Promise<DuckDBMaterializedResult> | undefined;
  try {
    for (const table of DERIVED) await writer.run(createTable(nextOf(table), 'CREATE OR REPLACE TABLE'));
    const ofJourneys = journeys.length > 0 ? `journey IN (${journeys.join(', ')})` : 'false';
    const [known] = await selectNumbers(reader, { total: 'count(*)', last: 'coalesce(max(instance_no), -1)' }, `FROM known_instances WHERE ${ofJourneys}`);
    const [stored] = await selectNumbers(reader, { events: 'count(*)' }, `FROM events WHERE ${ofJourneys}`);
    const { total = 0, last = -1 } = known ?? {};
    const numbers = Math.max(1, Math.ceil(((last + 1) * RANGE_EVENTS) / Math.max(1, stored?.events ?? 0)));
    const read = (first: number) =>
      reader.run(
        `SELECT ${DETECTED_COLUMNS} FROM events WHERE instance_no BETWEEN ${first} AND ${first + numbers - 1} AND ${ofJourneys} ORDER BY ${DETECTED_ORDER}`,
      );

    onProgress({ done: 0, total });
    reading = last >= 0 ? read(0) : undefined;
    // One transaction: whole row groups go straight to the file, and what a crash leaves is as if it had never been.
    await transaction(writer, async () => {
      const rowsTo = await DerivedWriter.open(writer, detecting.terms, detecting.zone, nextOf);
      try {
        const detector = new InstanceDetector(detecting.rules, detecting.terms, detecting.now, rowsTo);
        for (let first = 0; reading; first += numbers) {
          const rows = await reading;
          reading = first + numbers <= last ? read(first + numbers) : undefined;
          // A read that fails while the range before it is detected must wait for its turn to be told.
          reading?.catch(() => undefined);
          for (let index = 0; index < rows.chunkCount; index++) {
            detector.add(rows.getChunk(index));
            // Others get their turn: a server goes on answering.
            if (index % 8 === 7) await new Promise((resolve) => setImmediate(resolve));
          }
          onProgress({ done: Math.min(detector.instances, total), total });
        }
        detector.finish();
      } finally {
        // Also when it is to be undone: what an appender still holds must not outlive the transaction.
        rowsTo.close();
      }
    });
    onProgress({ done: total, total });
  } finally {
    await reading?.catch(() => undefined);
    reader.closeSync();
    writer.closeSync();
  }
}

/** Makes the `next_` rows of these journeys the ones reads answer from, inside the connection's transaction. */
export async function swapIn(connection: DuckDBConnection, journeys: readonly number[], everything: boolean): Promise<void> {
  for (const table of DERIVED) {
    const next = nextOf(table).name;
    if (everything) {
      await connection.run(`DROP TABLE ${table.name}`);
      await connection.run(`ALTER TABLE ${next} RENAME TO ${table.name}`);
    } else {
      await connection.run(`DELETE FROM ${table.name} WHERE journey IN (${journeys.join(', ')})`);
      await connection.run(`INSERT INTO ${table.name} SELECT * FROM ${next}`);
      await connection.run(`DROP TABLE ${next}`);
    }
  }
}

/** The journeys that have instances, by code. */
export const storedJourneys = async (connection: DuckDBConnection): Promise<number[]> =>
  (await selectNumbers(connection, { journey: 'journey' }, 'FROM known_instances GROUP BY journey')).map(({ journey }) => journey);

