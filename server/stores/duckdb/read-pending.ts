import { interruptionIdOf, parseInterruptionId, type InstanceId, type Interruption, type InterruptionId } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { PendingAmong, PendingInterruption, Scope } from '../../ports';
import type { CodedRules } from './coded-rules';
import { inScope, isOneOf, type Vocabulary } from './conditions';
import { readKnownEvents } from './read-known-events';
import { INTERRUPTION_COLUMNS, interruptionOf, termOf } from './read-rows';
import { selectNumbers, selectTexts } from './select';
import type { Terms } from './terms';

const COLUMNS = { instanceNo: 'x.instance_no', journey: 'x.journey', organisation: 'x.organisation', segment: 'x.segment', anchor: 'x.anchor', ...INTERRUPTION_COLUMNS } as const;

/** Every interruption that is 待接续. Their rows are few, and lie where the newest instances are: old row groups hold none, and are skipped. */
export async function readPending(
  connection: DuckDBConnection,
  terms: Terms,
  { catalogue, rules }: CodedRules,
  scope: Scope,
  { journeys, instances: named }: PendingAmong,
): Promise<PendingInterruption[]> {
  const vocabulary: Vocabulary = { terms, organisations: catalogue.organisations, rules };
  const numbers = named && [...(await numbersOf(connection, named)).values()];
  if (numbers?.length === 0) return [];
  const pending = [
    'is_pending = 1',
    inScope(vocabulary, scope),
    ...(journeys ? [isOneOf(vocabulary, 'journey', journeys)] : []),
    ...(numbers ? [isAmong(numbers)] : []),
  ].join(' AND ');
  const rows = await selectNumbers(connection, { ...COLUMNS, lastAt: 'i.last_at' }, `FROM (FROM interruptions WHERE ${pending}) x JOIN instances i USING (instance_no) ORDER BY x.instance_no, x.ordinal`);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const between = `instance_no BETWEEN ${first.instanceNo} AND ${last.instanceNo}`;
  const among = `${between} AND instance_no IN (SELECT instance_no FROM interruptions WHERE ${between} AND ${pending})`;
  const events = await readKnownEvents(connection, vocabulary, among);
  const instances = new Map(
    (await selectTexts(connection, `SELECT instance_no::VARCHAR, id FROM known_instances WHERE ${among}`)).map(([no, id = '']) => [Number(no), id as InstanceId]),
  );
  return rows.flatMap((row): PendingInterruption[] => {
    const ofInstance = events.get(row.instanceNo) ?? [];
    const instance = instances.get(row.instanceNo);
    const event = ofInstance[row.anchor];
    if (!event || instance === undefined) return [];
    const { kind, reason, step, touchpoint, at } = interruptionOf(terms, row);
    return [
      {
        id: interruptionIdOf({ instance, kind, anchor: event.id }),
        instance,
        journey: terms.text(row.journey),
        step,
        touchpoint,
        kind,
        reason,
        at,
        organisation: termOf(terms, row.organisation),
        segment: termOf(terms, row.segment),
        customer: ofInstance.find((one) => one.customer !== undefined && one.at <= row.lastAt)?.customer,
        context: ofInstance.slice(0, row.anchor + 1).map(({ customer: _, ...told }) => told),
      },
    ];
  });
}

/** What has become of these interruptions; those that are not there, or not in the scope, are absent. */
export async function readInterruptions(
  connection: DuckDBConnection,
  terms: Terms,
  { catalogue, rules }: CodedRules,
  scope: Scope,
  ids: readonly InterruptionId[],
): Promise<Map<InterruptionId, Pick<Interruption, 'resolution' | 'pending' | 'carrier' | 'continuedAt'>>> {
  const found: Awaited<ReturnType<typeof readInterruptions>> = new Map();
  const keys = ids.flatMap((id) => ({ id, ...parseInterruptionId(id) }));
  const asked = [...new Set(keys.flatMap(({ instance }) => instance ?? []))];
  if (asked.length === 0) return found;
  const vocabulary: Vocabulary = { terms, organisations: catalogue.organisations, rules };
  const numbers = await numbersOf(connection, asked);
  if (numbers.size === 0) return found;
  const among = isAmong([...numbers.values()]);
  const rows = await selectNumbers(connection, COLUMNS, `FROM interruptions x WHERE ${among} AND ${inScope(vocabulary, scope)}`);
  const events = await readKnownEvents(connection, vocabulary, among);
  const byAnchor = new Map(
    rows.map((row) => {
      const one = interruptionOf(terms, row);
      return [keyOf(row.instanceNo, one.kind, events.get(row.instanceNo)?.[row.anchor]?.id), one];
    }),
  );
  for (const { id, instance, kind, anchor } of keys) {
    const one = instance !== undefined && byAnchor.get(keyOf(numbers.get(instance), kind, anchor));
    if (one) found.set(id, { resolution: one.resolution, pending: one.pending, carrier: one.carrier, continuedAt: one.continuedAt });
  }
  return found;
}

/** The numbers of those of these instances that are known. */
async function numbersOf(connection: DuckDBConnection, ids: readonly InstanceId[]): Promise<Map<string, number>> {
  const rows = await selectTexts(
    connection,
    `SELECT id, instance_no::VARCHAR FROM known_instances WHERE id IN (SELECT unnest(from_json($1, '["VARCHAR"]')))`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(([id = '', no]) => [id, Number(no)]));
}

/** That a row is of one of these instances; the range lets row groups elsewhere be skipped. */
function isAmong(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  return `instance_no BETWEEN ${sorted[0]} AND ${sorted.at(-1)} AND instance_no IN (${sorted.join(', ')})`;
}

const keyOf = (...parts: (number | string | undefined)[]): string => parts.join('~');
