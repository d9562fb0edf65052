import { type InstanceId, type JourneyId, STATES, type TouchpointId } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Arrivals, ArrivalsFound, ArrivalsQuestion, Scope } from '../../ports';
import { count, inScope, type Vocabulary } from './conditions';
import { NONE } from './schema';
import { question, selectNumbers, selectTexts, selectTogether } from './select';

const WITHOUT_END = `state IN (${STATES.indexOf('active')}, ${STATES.indexOf('lost')})`;

/** What is odd about events without a source. Rows of a table lie in order of arrival: events are only ever appended, and taken out. */
export async function readArrivals(connection: DuckDBConnection, vocabulary: Vocabulary, scope: Scope, { starts, end, now, jumpMs, sample }: ArrivalsQuestion): Promise<Arrivals> {
  const since = starts[0] ?? end;
  const visible = scope.organisations === 'all' ? 'true' : `instance_no IN (SELECT instance_no FROM instances WHERE ${inScope(vocabulary, scope)})`;
  const recent = `SELECT DISTINCT instance_no FROM events WHERE source = ${NONE} AND at_ms >= ${since} AND ${visible}`;
  const [range] = await selectNumbers(connection, { instances: 'count(*)', first: 'coalesce(min(instance_no), 0)', last: 'coalesce(max(instance_no), -1)' }, `FROM (${recent})`);
  if (!range || range.instances === 0) return NOTHING;
  const among = `instance_no BETWEEN ${range.first} AND ${range.last} AND instance_no IN (${recent})`;
  const arrived = `SELECT instance_no, at_ms, touchpoint, rowid AS arrival FROM events WHERE source = ${NONE} AND ${among}`;
  const judged = `(SELECT instance_no, at_ms, arrival, max(at_ms) OVER (PARTITION BY instance_no ORDER BY arrival ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) - at_ms AS back FROM (${arrived}))`;
  const conditions = { future: `at_ms > ${now}`, backward: `back > 0 AND back < ${jumpMs}`, jumps: `back >= ${jumpMs}` };
  const days = `SELECT unnest([${starts.join(', ')}]::DOUBLE[]) AS day_start, unnest(range(${starts.length})) AS day`;
  const rows = await selectTogether(connection, {
    counts: question({ events: 'count(*)', future: count(conditions.future), backward: count(conditions.backward), jumps: count(conditions.jumps) }, `FROM ${judged}`),
    states: question({ existing: 'count(*)', withoutEnd: count(WITHOUT_END) }, `FROM instances WHERE ${among}`),
    days: question({ touchpoint: 'touchpoint', day: 'day', events: 'count(*)' }, `FROM (${arrived} AND at_ms >= ${since} AND at_ms < ${end}) ASOF JOIN (${days}) ON at_ms >= day_start GROUP BY touchpoint, day`),
  });
  const [{ events, future, backward, jumps } = { events: 0, future: 0, backward: 0, jumps: 0 }] = rows.counts;
  const [{ existing, withoutEnd } = { existing: 0, withoutEnd: 0 }] = rows.states;
  const found = async (howMany: number, last: string, from: string): Promise<ArrivalsFound> => ({
    count: howMany,
    sample: howMany === 0 ? [] : await named(connection, vocabulary, `SELECT instance_no, ${last} AS last ${from} ORDER BY last DESC, instance_no LIMIT ${sample}`),
  });
  const odd = (howMany: number, condition: string) => found(howMany, 'max(arrival)', `FROM ${judged} WHERE ${condition} GROUP BY instance_no`);
  return {
    events,
    instances: range.instances,
    existing,
    future: await odd(future, conditions.future),
    backward: await odd(backward, conditions.backward),
    jumps: await odd(jumps, conditions.jumps),
    withoutEnd: await found(withoutEnd, 'last_at', `FROM instances WHERE ${among} AND ${WITHOUT_END}`),
    days: presently(vocabulary, rows.days),
  };
}

const NONE_FOUND: ArrivalsFound = { count: 0, sample: [] };
const NOTHING: Arrivals = { events: 0, instances: 0, existing: 0, future: NONE_FOUND, backward: NONE_FOUND, jumps: NONE_FOUND, withoutEnd: NONE_FOUND, days: [] };

async function named(connection: DuckDBConnection, { terms }: Vocabulary, found: string): Promise<ArrivalsFound['sample']> {
  const rows = await selectTexts(connection, `SELECT k.id, k.journey::VARCHAR FROM (${found}) f JOIN known_instances k USING (instance_no) ORDER BY f.last DESC, f.instance_no`);
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
