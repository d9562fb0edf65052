import { byEnds, type ChainCounts, compareIds, type JourneyId, nodeNamer, RESOLUTIONS, STATES, type StepId, type TouchpointId } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { breakVisits } from './read-variants';
import { question, selectTogether } from './select';
import type { Terms } from './terms';

/** What `countChain` of the model counts: how far each instance is followed, then one GROUP BY over the visits up to there. @param where the filter, of one journey */
export async function readChain(connection: DuckDBConnection, terms: Terms, where: string): Promise<ChainCounts> {
  const visits = 'SELECT instance_no, ordinal, step, touchpoint, next_step, next_touchpoint, first_at';
  const lost = RESOLUTIONS.indexOf('lost');
  const followed = `
    SELECT i.instance_no, 1 AS complete, max(v.ordinal) AS last_visit
    FROM (SELECT instance_no, completed_at FROM instances WHERE ${where} AND completed_at < 'Infinity') i
    JOIN (${visits} FROM step_visits WHERE ${where}) v ON v.instance_no = i.instance_no AND v.first_at <= i.completed_at GROUP BY i.instance_no
    UNION ALL SELECT instance_no, 0, last_visit FROM (${breakVisits('journey', where, `resolution = ${lost}`)})`;
  const rows = await selectTogether(connection, {
    visits: question(
      {
        step: 'step',
        touchpoint: 'touchpoint',
        isLast: '(ordinal = last_visit)::INTEGER',
        nextStep: 'CASE WHEN ordinal = last_visit THEN -1 ELSE next_step END',
        nextTouchpoint: 'CASE WHEN ordinal = last_visit THEN -1 ELSE next_touchpoint END',
        complete: 'complete',
        count: 'count(*)',
        starts: 'count(*) FILTER (WHERE ordinal = 0)',
      },
      `FROM (${visits} FROM step_visits WHERE ${where}) v JOIN (${followed}) f ON f.instance_no = v.instance_no AND v.ordinal <= f.last_visit GROUP BY 2, 3, 4, 5, 6, 7`,
    ),
    active: question({ count: 'count(*)' }, `FROM instances WHERE ${where} AND state = ${STATES.indexOf('active')}`),
  });

  const name = nodeNamer('journey');
  // At this level a place is named by step and touchpoint alone.
  const placeOf = (step: number, touchpoint: number) => name('' as JourneyId, terms.text<StepId>(step), terms.text<TouchpointId>(touchpoint));
  const tallies = { starts: new Map<string, number>(), complete: new Map<string, number>(), lost: new Map<string, number>() };
  const moves = new Map<string, ChainCounts['moves'][number]>();
  for (const row of rows.visits) {
    const place = placeOf(row.step, row.touchpoint);
    if (row.starts > 0) tallies.starts.set(place, (tallies.starts.get(place) ?? 0) + row.starts);
    if (row.isLast === 1) {
      const ends = row.complete === 1 ? tallies.complete : tallies.lost;
      ends.set(place, (ends.get(place) ?? 0) + row.count);
      continue;
    }
    const to = placeOf(row.nextStep, row.nextTouchpoint);
    const move = moves.get(`${place},${to}`) ?? { from: place, to, count: 0 };
    moves.set(`${place},${to}`, move);
    move.count += row.count;
  }
  const sorted = (tally: Map<string, number>) => [...tally].map(([place, count]) => ({ place, count })).toSorted((a, b) => compareIds(a.place, b.place));
  return {
    starts: sorted(tallies.starts),
    moves: [...moves.values()].toSorted(byEnds),
    complete: sorted(tallies.complete),
    lost: sorted(tallies.lost),
    active: rows.active[0]?.count ?? 0,
  };
}
