import { type JourneyId, type Level, nodeNamer, type PlaceVoice, PROGRAMMES, SENTIMENTS, type StepId, type TouchpointId } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { visitsOf, type Vocabulary } from './conditions';
import { termOf } from './read-rows';
import { question, selectTogether } from './select';

/** What the instances of a filter said, by the nodes that they visited, as `countPlaceVoices` has it. @param where the filter */
export async function readPlaceVoices(connection: DuckDBConnection, { terms }: Vocabulary, level: Level, where: string): Promise<Map<string, PlaceVoice>> {
  const instances = `(SELECT instance_no FROM instances WHERE ${where}) i JOIN known_instances k USING (instance_no)`;
  const visits = `(SELECT instance_no, journey, step, touchpoint FROM ${visitsOf(level)} WHERE ${where} AND is_first_here = 1)`;
  // First what each instance said, which is little; then where it was.
  const saidAt = (table: string, columns: string) =>
    `FROM ${visits} v JOIN (SELECT i.instance_no, ${columns} FROM ${instances} JOIN ${table} r ON r.instance = k.id AND r.journey = k.journey WHERE r.instance <> '' GROUP BY i.instance_no) s USING (instance_no)`;
  const place = { journey: 'v.journey', step: level === 'overview' ? '-1' : 'v.step', touchpoint: 'v.touchpoint' };
  const { ratings, comments } = await selectTogether(connection, {
    ratings: question(
      { ...place, n: 'sum(n)', promoters: 'sum(promoters)', detractors: 'sum(detractors)' },
      `${saidAt(`(SELECT * FROM ratings WHERE programme = ${PROGRAMMES.indexOf('transactional')})`, 'count(*) AS n, count(*) FILTER (WHERE score >= 9) AS promoters, count(*) FILTER (WHERE score <= 6) AS detractors')} GROUP BY ALL`,
    ),
    comments: question(
      { ...place, comments: 'sum(comments)', negative: 'sum(negative)' },
      `${saidAt('voice', `count(*) AS comments, count(*) FILTER (WHERE sentiment = ${SENTIMENTS.indexOf('negative')}) AS negative`)} GROUP BY ALL`,
    ),
  });
  const name = nodeNamer(level);
  const places = new Map<string, PlaceVoice>();
  const at = ({ journey, step, touchpoint }: { journey: number; step: number; touchpoint: number }): PlaceVoice => {
    const id = name(terms.text<JourneyId>(journey), termOf<StepId>(terms, step), terms.text<TouchpointId>(touchpoint));
    const known = places.get(id) ?? { n: 0, promoters: 0, detractors: 0, comments: 0, negative: 0 };
    places.set(id, known);
    return known;
  };
  for (const { n, promoters, detractors, ...row } of ratings) Object.assign(at(row), { n, promoters, detractors });
  for (const { comments: all, negative, ...row } of comments) Object.assign(at(row), { comments: all, negative });
  return places;
}
