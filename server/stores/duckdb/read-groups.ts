import { byGroup, dayOfNumber, type GroupDay, type Level, type OrganisationId, type SegmentId } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { isAt, visitsOf, type Vocabulary } from './conditions';
import { termOf } from './read-rows';
import { question, selectTogether } from './select';

/** What `countGroups` of the model counts: where somebody was interrupted they had come. @param where the filter */
export async function readGroups(connection: DuckDBConnection, vocabulary: Vocabulary, level: Level, id: string, where: string): Promise<GroupDay[]> {
  const here = `${where} AND ${isAt(vocabulary, level, id)}`;
  const group = { day: 'day', organisation: 'organisation', segment: 'segment' };
  const groups = 'GROUP BY day, organisation, segment';
  const first = level === 'overview' ? 'first_at_overview' : 'first_at_step';
  const { visited, broken } = await selectTogether(connection, {
    visited: question({ ...group, instances: 'sum(is_first_here)' }, `FROM ${visitsOf(level)} WHERE ${here} ${groups}`),
    broken: question({ ...group, interrupted: `sum(${first})`, withoutAbandonment: `sum(${first}_wa)` }, `FROM interruptions WHERE ${here} ${groups}`),
  });
  const keyOf = ({ day, organisation, segment }: { day: number; organisation: number; segment: number }) => `${day}.${organisation}.${segment}`;
  const counts = new Map(broken.map((row) => [keyOf(row), row]));
  return visited
    .map((row): GroupDay => {
      const organisation = termOf<OrganisationId>(vocabulary.terms, row.organisation);
      const segment = termOf<SegmentId>(vocabulary.terms, row.segment);
      const { interrupted = 0, withoutAbandonment = 0 } = counts.get(keyOf(row)) ?? {};
      return {
        day: dayOfNumber(row.day),
        ...(organisation !== undefined && { organisation }),
        ...(segment !== undefined && { segment }),
        instances: row.instances,
        interrupted,
        interruptedWithoutAbandonment: withoutAbandonment,
      };
    })
    .toSorted(byGroup);
}
