import { compareIds, dayOfNumber, nodeNamer, type Level, type NodeDay, type NodeDays } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { visitsOf } from './conditions';
import { selectNumbers } from './select';
import type { Terms } from './terms';

/** Counts, per node and start day, what a comparison needs. @param where the filter, and what narrows it */
export async function readDays(connection: DuckDBConnection, terms: Terms, level: Level, where: string): Promise<NodeDays> {
  const name = nodeNamer(level);
  const days: NodeDays = new Map();
  const place = { journey: 'journey', step: level === 'overview' ? '-1' : 'step', touchpoint: 'touchpoint', day: 'day' };
  const groups = `GROUP BY journey, ${level === 'overview' ? '' : 'step, '}touchpoint, day ORDER BY day`;
  const first = level === 'overview' ? 'first_at_overview' : 'first_at_step';
  const visited = await selectNumbers(connection, { ...place, instances: 'sum(is_first_here)' }, `FROM ${visitsOf(level)} WHERE ${where} ${groups}`);
  const broken = await selectNumbers(
    connection,
    { ...place, interrupted: `sum(${first})`, withoutAbandonment: `sum(${first}_wa)` },
    `FROM interruptions WHERE ${where} ${groups}`,
  );

  const dayAt = (row: (typeof visited)[number] | (typeof broken)[number]): NodeDay => {
    const node = name(terms.text(row.journey), level === 'journey' ? terms.text(row.step) : undefined, terms.text(row.touchpoint));
    let ofNode = days.get(node);
    if (!ofNode) days.set(node, (ofNode = []));
    const day = dayOfNumber(row.day);
    // Rows come by day, and where there is an interruption there was a visit.
    let counts = ofNode.at(-1)?.day === day ? ofNode.at(-1) : ofNode.find((one) => one.day === day);
    if (!counts) ofNode.push((counts = { day, instances: 0, interrupted: 0, interruptedWithoutAbandonment: 0 }));
    return counts;
  };
  for (const row of visited) dayAt(row).instances += row.instances;
  for (const row of broken) {
    const counts = dayAt(row);
    counts.interrupted += row.interrupted;
    counts.interruptedWithoutAbandonment += row.withoutAbandonment;
  }
  return new Map([...days].toSorted(([a], [b]) => compareIds(a, b)));
}
