import { type InstanceId, type JourneyId, STATES, type TouchpointId } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Arrivals, ArrivalsFound, ArrivalsQuestion, Scope } from '../../ports';
import { count, inScope, type Vocabulary } from './conditions';
import { NONE } from './schema';
import { question, selectTexts, selectTogether } from './select';

const WITHOUT_END = `state IN (${STATES.indexOf('active')}, ${STATES.indexOf('lost')})`;

/** What is odd about events without a source. Rows of a table lie in order of arrival: events are only ever appended, and taken out. */
export async function readArrivals(connection: DuckDBConnection, vocabulary: Vocabulary, scope: Scope, { starts, end, now, jumpMs, ordered: most, sample }: ArrivalsQuestion): Promise<Arrivals> {
  const since = starts[0] ?? end;
  const own = `source = ${NONE}${scope.organisations === 'all' ? '' : ` AND instance_no IN (SELECT instance_no FROM instances WHERE ${inScope(vocabulary, scope)})`}`;
  const recent = `FROM events WHERE ${own} AND at_ms >= ${since}`;
  const last = `SELECT instance_no, at_ms, rowid AS arrival FROM events WHERE ${own} ORDER BY rowid DESC LIMIT ${most}`;
  const before = 'max(at_ms) OVER (PARTITION BY instance_no ORDER BY arrival ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)';
  const judged = `FROM (SELECT instance_no, arrival, before - at_ms AS back FROM (SELECT *, ${before} AS before FROM (${last})) WHERE at_ms >= ${since} OR before >= ${since})`;
  const conditions = { backward: `back > 0 AND back < ${jumpMs}`, jumps: `back >= ${jumpMs}` };
  const existing = `FROM instances WHERE instance_no IN (SELECT instance_no ${recent})`;
  const days = `SELECT unnest([${starts.join(', ')}]::DOUBLE[]) AS day_start, unnest(range(${starts.length})) AS day`;
  const rows = await selectTogether(connection, {
    counts: question({ events: 'count(*)', instances: 'count(DISTINCT instance_no)', future: count(`at_ms > ${now}`) }, recent),
    order: question({ ordered: 'count(*)', backward: count(conditions.backward), jumps: count(conditions.jumps) }, judged),
    states: question({ existing: 'count(*)', withoutEnd: count(WITHOUT_END) }, existing),
    days: question({ touchpoint: 'touchpoint', day: 'day', events: 'count(*)' }, `FROM (SELECT touchpoint, at_ms ${recent} AND at_ms < ${end}) ASOF JOIN (${days}) ON at_ms >= day_start GROUP BY touchpoint, day`),
  });
  const [{ events, instances, future } = { events: 0, instances: 0, future: 0 }] = rows.counts;
  const [{ ordered, backward, jumps } = { ordered: 0, backward: 0, jumps: 0 }] = rows.order;
  const [{ existing: exist, withoutEnd } = { existing: 0, withoutEnd: 0 }] = rows.states;
  const found = async (howMany: number, latest: string, from: string): Promise<ArrivalsFound> => ({
    count: howMany,
    sample: howMany === 0 ? [] : await named(connection, vocabulary, `SELECT instance_no, ${latest} AS latest ${from} ORDER BY latest DESC, instance_no LIMIT ${sample}`),
  });
  return {
    events,
    instances,
    existing: exist,
    future: await found(future, 'max(rowid)', `${recent} AND at_ms > ${now} GROUP BY instance_no`),
    ordered,
    backward: await found(backward, 'max(arrival)', `${judged} WHERE ${conditions.backward} GROUP BY instance_no`),
    jumps: await found(jumps, 'max(arrival)', `${judged} WHERE ${conditions.jumps} GROUP BY instance_no`),
    withoutEnd: await found(withoutEnd, 'last_at', `${existing} AND ${WITHOUT_END}`),
    days: presently(vocabulary, rows.days),
  };
}

async function named(connection: DuckDBConnection, { terms }: Vocabulary, found: string): Promise<ArrivalsFound['sample']> {
  const rows = await selectTexts(connection, `SELECT k.id, k.journey::VARCHAR FROM (${found}) f JOIN known_instances k USING (instance_no) ORDER BY f.latest DESC, f.instance_no`);
  // The columns hold ids that came in as such.
  return rows.map(([id = '', journey]) => ({ instance: id as InstanceId, journey: terms.text<JourneyId>(Number(journey)) }));
}

/** Touchpoints that were merged have their days together. */
function presently({ terms, rules }: Vocabulary, rows: readonly { touchpoint: number; day: number; events: number }[]): Arrivals['days'] {
  const days = new Map<string, Arrivals['days'][number]>();
  for (const { touchpoint: code, day, events } of rows) {
    const name = terms.text<TouchpointId>(code);
    const touchpoint = rules.touchpoints.get(name)?.id ?? name;
    const before = days.get(`${touchpoint} ${day}`);
    days.set(`${touchpoint} ${day}`, { touchpoint, day, events: (before?.events ?? 0) + events });
  }
  return [...days.values()];
}
