import { dayOfNumber, KINDS, RESOLUTIONS, type LocusDay } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { LocusQuestion, Scope } from '../../ports';
import { inFilter, isOneOf, type Vocabulary } from './conditions';
import { selectNumbers } from './select';

/** What `countLocusDays` of the model counts: where there was a hit there was a visit, so each side is a GROUP BY of its own. */
export async function readLocusDays(connection: DuckDBConnection, vocabulary: Vocabulary, scope: Scope, question: LocusQuestion): Promise<LocusDay[]> {
  const { from, to, measure, touchpoints } = question;
  const { journey, step, touchpoint, kind, reason } = question.locus;
  const is = (column: string, id: string | undefined) => (id === undefined ? [] : [isOneOf(vocabulary, column, [id])]);
  const here = [
    inFilter(vocabulary, scope, { journeys: [journey], from, to }),
    ...is('step', step),
    ...is('touchpoint', touchpoint),
    ...(touchpoints ? [isOneOf(vocabulary, 'touchpoint', touchpoints)] : []),
  ];
  const hit = [
    ...here,
    ...(kind === undefined ? [] : [`kind = ${KINDS.indexOf(kind)}`]),
    ...is('reason', reason),
    ...(measure === 'loss-rate' ? [`resolution = ${RESOLUTIONS.indexOf('lost')}`] : kind === undefined ? [`kind <> ${KINDS.indexOf('abandonment')}`] : []),
  ];
  const perDay = (table: string, conditions: readonly string[]) =>
    selectNumbers(connection, { day: 'day', count: 'count(DISTINCT instance_no)' }, `FROM ${table} WHERE ${conditions.join(' AND ')} GROUP BY day ORDER BY day`);
  const visited = await perDay('step_visits', here);
  const hits = new Map((await perDay('interruptions', hit)).map(({ day, count }) => [day, count]));
  return visited.map(({ day, count }) => ({ day: dayOfNumber(day), n: count, hits: hits.get(day) ?? 0 }));
}
