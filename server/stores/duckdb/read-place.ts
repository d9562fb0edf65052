import { type BreakOutcome, byOutcome, CARRIERS, dayOfNumber, KINDS, type Level, type PlaceCounts, RESOLUTIONS } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { count, isAt, UNHANDED, visitsOf, WITH_HANDOFF, type Vocabulary } from './conditions';
import { itemAt } from './item-at';
import { readDays } from './read-days';
import { readPanorama } from './read-panorama';
import { selectNumbers } from './select';

/** Counts one node in depth; absent when nobody visited it. @param where the filter */
export async function readPlace(
  connection: DuckDBConnection,
  vocabulary: Vocabulary,
  level: Level,
  id: string,
  where: string,
): Promise<PlaceCounts | undefined> {
  const { terms } = vocabulary;
  const here = `${where} AND ${isAt(vocabulary, level, id)}`;
  // Nearly everything is cheaper to count of all nodes at once than it is worth a query of its own.
  const node = (await readPanorama(connection, terms, level, where)).nodes.find((one) => one.id === id);
  if (!node) return undefined;

  const days = (await readDays(connection, terms, level, here)).get(id) ?? [];
  const broken = await selectNumbers(
    connection,
    { day: 'day', interruptions: 'count(*)', unhanded: count(UNHANDED), withHandoff: count(WITH_HANDOFF) },
    `FROM interruptions WHERE ${here} GROUP BY day`,
  );
  const brokenOn = new Map(broken.map(({ day, ...counts }) => [dayOfNumber(day), counts]));
  const ended = await selectNumbers(
    connection,
    { kind: 'kind', resolution: 'resolution', carrier: 'carrier', pending: 'is_pending', count: 'count(*)' },
    `FROM interruptions WHERE ${here} GROUP BY kind, resolution, carrier, is_pending`,
  );
  const outcomes = ended.map(({ kind, resolution, carrier, pending, count: interruptions }): BreakOutcome => ({
    kind: itemAt(KINDS, kind),
    resolution: itemAt(RESOLUTIONS, resolution),
    carrier: CARRIERS[carrier] ?? 'none',
    pending: pending === 1,
    count: interruptions,
  }));
  const dwell = { p50: 'quantile_cont(next_at - first_at, 0.5)', p90: 'quantile_cont(next_at - first_at, 0.9)' };
  const [dwelt] = await selectNumbers(connection, dwell, `FROM ${visitsOf(level)} WHERE ${here}`);
  return {
    node,
    daily: days.map((day) => ({ ...day, ...(brokenOn.get(day.day) ?? { interruptions: 0, unhanded: 0, withHandoff: 0 }) })),
    outcomes: outcomes.toSorted(byOutcome),
    dwell: dwelt,
  };
}
