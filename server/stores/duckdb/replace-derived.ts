import type { Instant, Zone } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CodedRules } from './coded-rules';
import { DerivedWriter } from './derived-writer';
import { DETECTED_COLUMNS, DETECTED_ORDER, InstanceDetector } from './instance-detector';
import { DERIVED, type Table } from './schema';
import { fillTouched } from './stored-ids';
import type { Terms } from './terms';

export interface Detecting {
  terms: Terms;
  rules: CodedRules;
  zone: Zone;
  now: Instant;
}

/**
 * Detects these instances and replaces their derived rows, inside the connection's transaction. Instance numbers grow with time, so
 * that rows of recent instances lie at the end of each table and the zone maps skip the rest.
 *
 * @param instances the numbers to detect; those from `firstNew` on have no derived rows yet
 * @param to the derived tables, or the `next_` ones
 * @returns the least `nextChangeAt` of them
 */
export async function replaceDerived(
  connection: DuckDBConnection,
  { terms, rules, zone, now }: Detecting,
  instances: ReadonlySet<number>,
  firstNew = Infinity,
  to: (table: Table) => Table = (table) => table,
): Promise<Instant> {
  if (instances.size === 0) return Infinity;
  await fillTouched(connection, instances);
  let least = Infinity;
  let greatest = -1;
  for (const instanceNo of instances) {
    least = Math.min(least, instanceNo);
    greatest = Math.max(greatest, instanceNo);
  }
  const among = `instance_no BETWEEN ${least} AND ${greatest} AND instance_no IN (SELECT instance_no FROM touched)`;
  if (least < firstNew) for (const table of DERIVED) await connection.run(`DELETE FROM ${to(table).name} WHERE ${among}`);

  const writer = await DerivedWriter.open(connection, terms, zone, to);
  try {
    const detector = new InstanceDetector(rules, terms, now, writer);
    const rows = await connection.run(`SELECT ${DETECTED_COLUMNS} FROM events WHERE ${among} ORDER BY ${DETECTED_ORDER}`);
    for (let index = 0; index < rows.chunkCount; index++) detector.add(rows.getChunk(index));
    detector.finish();
  } finally {
    writer.close();
  }
  return writer.nextChangeAt;
}
