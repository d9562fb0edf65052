import { attributes as attributesSchema, OUTCOMES, type EventId, type InstanceId, type JourneyId, type StepId } from '#model';
import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api';
import type { Scope, StoredStory } from '../../ports';
import type { CodedRules } from './coded-rules';
import { inScope, type Vocabulary } from './conditions';
import { initiativeOf } from './instance-detector';
import { itemAt } from './item-at';
import { INSTANCE_COLUMNS, INTERRUPTION_COLUMNS, instanceRow, interruptionOf, named, termOf } from './read-rows';
import { selectNumbers, selectTexts } from './select';
import type { Terms } from './terms';

/** One instance with its existing events; absent when it is not there, or not in the scope. */
export async function readStory(
  connection: DuckDBConnection,
  terms: Terms,
  rules: CodedRules,
  scope: Scope,
  id: InstanceId,
): Promise<StoredStory | undefined> {
  const [[number] = []] = await selectTexts(connection, 'SELECT instance_no::VARCHAR FROM known_instances WHERE id = $1', [id]);
  if (number === undefined) return undefined;
  const vocabulary: Vocabulary = { terms, organisations: rules.catalogue.organisations, rules: rules.rules };
  const [row] = await selectNumbers(connection, INSTANCE_COLUMNS, `FROM instances i WHERE instance_no = ${number} AND ${inScope(vocabulary, scope)}`);
  if (!row) return undefined;
  const [instance] = await named(connection, vocabulary, [instanceRow(terms, row)]);
  if (!instance) return undefined;

  const ofInstance = `FROM events WHERE instance_no = ${number} AND at_ms <= ${row.lastAt} ORDER BY at_ms, id`;
  const coded = await selectNumbers(
    connection,
    { step: 'step', touchpoint: 'touchpoint', outcome: 'outcome', at: 'at_ms', reason: 'reason', initiative: 'initiative' },
    ofInstance,
  );
  const texts = await selectTexts(connection, `SELECT id, attributes ${ofInstance}`);
  const events = coded.flatMap((event, index): StoredStory['events'] => {
    const step = rules.step(row.journey, event.step);
    const touchpoint = rules.touchpoint(event.touchpoint);
    const [eventId = '', attributes = ''] = texts[index] ?? [];
    if (!step || !touchpoint) return [];
    return [
      {
        id: eventId as EventId,
        step: step.id,
        touchpoint: touchpoint.id,
        outcome: itemAt(OUTCOMES, event.outcome),
        at: event.at,
        reason: termOf(terms, event.reason),
        initiative: initiativeOf(event.initiative) ?? touchpoint.initiative,
        attributes: attributes === '' ? undefined : attributesSchema.parse(JSON.parse(attributes)),
      },
    ];
  });
  const interruptions = await selectNumbers(
    connection,
    { ...INTERRUPTION_COLUMNS, anchor: 'x.anchor' },
    `FROM interruptions x WHERE instance_no = ${number} ORDER BY ordinal`,
  );
  return { instance, events, interruptions: interruptions.map((one) => ({ ...interruptionOf(terms, one), anchor: one.anchor })) };
}

/** Events sorted at once: few enough for memory. */
const RANGE_EVENTS = 200_000;

/** The steps of every stored instance of a journey, one instance at a time, in bounded memory. */
export async function* readSequences(connection: DuckDBConnection, terms: Terms, journey: JourneyId): AsyncGenerator<readonly StepId[]> {
  const code = terms.known(journey);
  if (code === undefined) return;
  const [stored] = await selectNumbers(connection, { events: 'count(*)', first: 'coalesce(min(instance_no), 0)', last: 'coalesce(max(instance_no), -1)' }, `FROM events WHERE journey = ${code}`);
  const { events = 0, first = 0, last = -1 } = stored ?? {};
  const numbers = Math.max(1, Math.ceil(((last - first + 1) * RANGE_EVENTS) / Math.max(1, events)));
  for (let from = first; from <= last; from += numbers) {
    const result = await connection.run(
      `SELECT instance_no, step FROM events WHERE journey = ${code} AND instance_no BETWEEN ${from} AND ${from + numbers - 1} ORDER BY instance_no, at_ms, id`,
    );
    let current = -1;
    let steps: StepId[] = [];
    for (let index = 0; index < result.chunkCount; index++) {
      const chunk = result.getChunk(index);
      const [instances, codes] = [chunk.getColumnVector(0) as DuckDBVector<number>, chunk.getColumnVector(1) as DuckDBVector<number>];
      const rows = chunk.rowCount;
      for (let row = 0; row < rows; row++) {
        const instanceNo = instances.getItem(row) ?? -1;
        if (instanceNo !== current) {
          if (steps.length > 0) yield steps;
          steps = [];
          current = instanceNo;
        }
        steps.push(terms.text<StepId>(codes.getItem(row) ?? 0));
      }
    }
    if (steps.length > 0) yield steps;
  }
}
