import { type BrokenPath, byLost, type JourneyId, type Level, LONGEST_PATH, nodeNamer, parseNodeId, pathId, RESOLUTIONS, type StepId, type TouchpointId, type VariantCounts } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { UNHANDED, visitsOf, type Vocabulary } from './conditions';
import { selectTexts } from './select';
import type { Terms } from './terms';

/**
 * Interruptions with the ordinal of the visit they broke in, as `visitsUntilBreak` of the model has it: the last one to their place that began no
 * later than they did. @param and which interruptions
 */
export const breakVisits = (level: Level, where: string, and = 'true'): string =>
  `SELECT x.instance_no, x.ordinal, any_value(x.resolution) AS resolution, any_value(x.unhanded) AS unhanded, max(v.ordinal) AS last_visit
   FROM (SELECT instance_no, ordinal, step, touchpoint, at_ms, resolution, (${UNHANDED})::INTEGER AS unhanded FROM interruptions WHERE ${where} AND ${and}) x
   JOIN (SELECT instance_no, ordinal, step, touchpoint, first_at FROM ${visitsOf(level)} WHERE ${where}) v
   ON v.instance_no = x.instance_no AND v.touchpoint = x.touchpoint ${level === 'overview' ? '' : 'AND v.step = x.step'} AND v.first_at <= x.at_ms
   GROUP BY x.instance_no, x.ordinal`;

/** Interruptions with their path, a text of codes: `12.3,14.3`, after `*,` where it is cut. */
const pathsOf = (level: Level, where: string): string =>
  `SELECT instance_no, ordinal, resolution, unhanded,
   CASE WHEN len(places) > ${LONGEST_PATH} THEN '*,' || array_to_string(places[-${LONGEST_PATH}:], ',') ELSE array_to_string(places, ',') END AS path
   FROM (
     SELECT b.instance_no, b.ordinal, any_value(b.resolution) AS resolution, any_value(b.unhanded) AS unhanded, list(v.place ORDER BY v.ordinal) AS places
     FROM (${breakVisits(level, where)}) b
     JOIN (SELECT instance_no, ordinal, ${level === 'overview' ? 'journey' : 'step'} || '.' || touchpoint AS place FROM ${visitsOf(level)} WHERE ${where}) v
     ON v.instance_no = b.instance_no AND v.ordinal <= b.last_visit
     GROUP BY b.instance_no, b.ordinal
   )`;

/** That an interruption was led to by this path. @param where the filter */
export function hasPath({ terms }: Pick<Vocabulary, 'terms'>, level: Level, { cut, places }: BrokenPath, where: string): string {
  const codes = places.map((id) => {
    const place = parseNodeId(level, id);
    const [first, touchpoint] = [terms.known(place.level === 'overview' ? place.journey : place.step), terms.known(place.touchpoint)];
    return first === undefined || touchpoint === undefined ? undefined : `${first}.${touchpoint}`;
  });
  // A place nobody ever stored is on no path.
  if (codes.includes(undefined)) return 'false';
  const path = [...(cut ? ['*'] : []), ...codes].join(',');
  return `(instance_no, ordinal) IN (SELECT (instance_no, ordinal) FROM (${pathsOf(level, where)}) WHERE path = '${path}')`;
}

/** A page of the broken paths of a filter. Ties are sorted by names, which the database does not know: it gives all of those at the end of the page. */
export async function readVariants(
  connection: DuckDBConnection,
  terms: Terms,
  level: Level,
  { offset, limit }: { offset: number; limit: number },
  where: string,
): Promise<VariantCounts> {
  const texts = await selectTexts(
    connection,
    `WITH grouped AS (
       SELECT path, count(*) AS interruptions, count(DISTINCT instance_no) AS instances, count(*) FILTER (WHERE resolution = ${RESOLUTIONS.indexOf('lost')}) AS lost, sum(unhanded) AS unhanded
       FROM (${pathsOf(level, where)}) GROUP BY path
     ), whole AS (SELECT count(*) AS paths, coalesce(sum(interruptions), 0) AS all_interruptions, coalesce(sum(lost), 0) AS all_lost FROM grouped)
     SELECT '', '0', '0', '0', '0', paths::VARCHAR, all_interruptions::VARCHAR, all_lost::VARCHAR FROM whole
     UNION ALL (
       SELECT path, interruptions::VARCHAR, instances::VARCHAR, lost::VARCHAR, unhanded::VARCHAR, '0', '0', '0'
       FROM grouped QUALIFY rank() OVER (ORDER BY lost DESC, interruptions DESC) <= ${offset + limit}
     )`,
  );
  const name = nodeNamer(level);
  const placeOf = (code: string): string => {
    const [first = NaN, touchpoint = NaN] = code.split('.').map(Number);
    return level === 'overview' ? name(terms.text<JourneyId>(first), undefined, terms.text<TouchpointId>(touchpoint)) : name(terms.text<JourneyId>(first), terms.text<StepId>(first), terms.text<TouchpointId>(touchpoint));
  };
  const whole = texts.find(([path]) => path === '');
  const [total = 0, count = 0, lost = 0] = whole?.slice(5).map(Number) ?? [];
  const variants = texts
    .filter(([path]) => path !== '')
    .map(([path = '', ...numbers]) => {
      const parts = path.split(',');
      const cut = parts[0] === '*';
      const [interruptions = 0, instances = 0, lostHere = 0, unhanded = 0] = numbers.map(Number);
      return { path: pathId({ cut, places: (cut ? parts.slice(1) : parts).map(placeOf) }), count: interruptions, instances, lost: lostHere, unhanded };
    });
  return { total, count, lost, variants: variants.toSorted(byLost).slice(offset, offset + limit) };
}
