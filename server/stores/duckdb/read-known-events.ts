import {
  attributes as attributesSchema,
  canonicalPlace,
  OUTCOMES,
  type Attributes,
  type CustomerId,
  type EventId,
  type Instant,
  type JourneyId,
  type Outcome,
  type ReasonId,
  type StepId,
  type TouchpointId,
} from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { isKnown, type Vocabulary } from './conditions';
import { itemAt } from './item-at';
import { termOf } from './read-rows';

export interface KnownEvent {
  id: EventId;
  step: StepId;
  touchpoint: TouchpointId;
  outcome: Outcome;
  at: Instant;
  reason?: ReasonId | undefined;
  customer?: CustomerId | undefined;
  attributes?: Attributes | undefined;
}

/**
 * The events of some instances that the catalogue knows, in order, by instance number: what `Interruption.anchor` counts in. Those that
 * do not exist yet are among them, at the end.
 *
 * @param among condition on `instance_no`
 */
export async function readKnownEvents(
  connection: DuckDBConnection,
  vocabulary: Vocabulary,
  among: string,
): Promise<Map<number, KnownEvent[]>> {
  const { terms, rules } = vocabulary;
  const numbers = ['instance_no', 'journey', 'step', 'touchpoint', 'outcome', 'reason', 'at_ms'].map((column) => `${column}::DOUBLE`);
  const reader = await connection.runAndReadAll(
    `SELECT ${numbers.join(', ')}, id, customer, attributes FROM events WHERE ${among} AND ${isKnown(vocabulary)} ORDER BY instance_no, at_ms, id`,
  );
  const events = new Map<number, KnownEvent[]>();
  for (const row of reader.getRows()) {
    const [instanceNo = NaN, journey = NaN, step = NaN, touchpoint = NaN, outcome = NaN, reason = NaN, at = NaN] = row.slice(0, numbers.length).map(Number);
    const [id = '', customer = '', attributes = ''] = row.slice(numbers.length).map(String);
    const ofInstance = events.get(instanceNo) ?? [];
    events.set(instanceNo, ofInstance);
    const place = canonicalPlace(rules, { journey: terms.text<JourneyId>(journey), step: terms.text<StepId>(step), touchpoint: terms.text<TouchpointId>(touchpoint) });
    ofInstance.push({
      // The columns hold ids that came in as such.
      id: id as EventId,
      step: place.step,
      touchpoint: place.touchpoint,
      outcome: itemAt(OUTCOMES, outcome),
      at,
      reason: termOf(terms, reason),
      customer: customer === '' ? undefined : (customer as CustomerId),
      attributes: attributes === '' ? undefined : attributesSchema.parse(JSON.parse(attributes)),
    });
  }
  return events;
}
