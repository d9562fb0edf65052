import { dayOfNumber, KINDS, reasonCounts, RESOLUTIONS, zeros, type EdgeCounts, type EdgeKey, type Level, type ReasonId } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { CONTINUED, count, selectionConditions, visitsOf, type Vocabulary } from './conditions';
import { itemAt } from './item-at';
import { selectNumbers } from './select';

/** Counts one edge in depth; absent when nobody took it. @param where the filter */
export async function readEdge(
  connection: DuckDBConnection,
  vocabulary: Vocabulary,
  level: Level,
  edge: EdgeKey,
  where: string,
): Promise<EdgeCounts | undefined> {
  // The filter of the selection is `where` already.
  const conditions = selectionConditions(vocabulary, { filter: { from: '', to: '' }, level, edge, rows: 'interruptions' });
  const carried = edge.kind === 'handoff' || edge.kind === 'detour';
  const from =
    edge.kind === 'flow'
      ? `FROM ${visitsOf(level)} WHERE ${where} AND ${conditions.visit}`
      : `FROM interruptions WHERE ${where} AND ${conditions.interruption}`;
  const succeeded = carried ? count(CONTINUED) : '0';
  const days = await selectNumbers(connection, { day: 'day', count: 'count(*)', succeeded }, `${from} GROUP BY day ORDER BY day`);
  if (days.length === 0) return undefined;

  const time = edge.kind === 'flow' ? 'next_at - last_at' : carried ? 'carrier_at - at_ms' : '0';
  const columns = { instances: 'count(DISTINCT instance_no)', p50: `quantile_cont(${time}, 0.5)`, p90: `quantile_cont(${time}, 0.9)` };
  const [{ instances, p50, p90 } = { instances: 0, p50: 0, p90: 0 }] = await selectNumbers(connection, columns, from);
  const counts: EdgeCounts = {
    count: sum(days.map((day) => day.count)),
    instances,
    time: edge.kind === 'loss' ? undefined : { p50, p90 },
    daily: days.map((day) => ({ day: dayOfNumber(day.day), count: day.count, ...(carried && { succeeded: day.succeeded }) })),
  };
  if (edge.kind === 'flow') return counts;

  const kinds = { kind: 'kind', resolution: 'resolution', reason: 'reason', count: 'count(*)', succeeded, realtime: 'sum(is_realtime)' };
  const rows = await selectNumbers(connection, kinds, `${from} GROUP BY kind, resolution, reason`);
  const byKind = zeros(KINDS);
  const byResolution = zeros(RESOLUTIONS);
  const byReason = new Map<ReasonId | undefined, number>();
  for (const row of rows) {
    const reason = row.reason < 0 ? undefined : vocabulary.terms.text<ReasonId>(row.reason);
    byKind[itemAt(KINDS, row.kind)] += row.count;
    byResolution[itemAt(RESOLUTIONS, row.resolution)] += row.count;
    byReason.set(reason, (byReason.get(reason) ?? 0) + row.count);
  }
  return {
    ...counts,
    byKind,
    byResolution,
    byReason: reasonCounts(byReason),
    ...(carried && { succeeded: sum(rows.map((row) => row.succeeded)) }),
    ...(edge.kind === 'handoff' && { realtime: sum(rows.map((row) => row.realtime)) }),
  };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
