import {
  attributes as attributesSchema,
  OUTCOMES,
  type Attributes,
  type Catalogue,
  type CustomerId,
  type EventId,
  type Instant,
  type Outcome,
  type ReasonId,
  type StepId,
  type TouchpointId,
} from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { isOneOf, type Vocabulary } from './conditions';
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
  catalogue: Catalogue,
  among: string,
): Promise<Map<number, KnownEvent[]>> {
  const { terms } = vocabulary;
  const numbers = ['instance_no', 'step', 'touchpoint', 'outcome', 'reason', 'at_ms'].map((column) => `${column}::DOUBLE`);
  const reader = await connection.runAndReadAll(
    `SELECT ${numbers.join(', ')}, id, customer, attributes FROM events WHERE ${among} AND ${isKnown(vocabulary, catalogue)} ORDER BY instance_no, at_ms, id`,
  );
  const events = new Map<number, KnownEvent[]>();
  for (const row of reader.getRows()) {
    const [instanceNo = NaN, step = NaN, touchpoint = NaN, outcome = NaN, reason = NaN, at = NaN] = row.slice(0, numbers.length).map(Number);
    const [id = '', customer = '', attributes = ''] = row.slice(numbers.length).map(String);
    const ofInstance = events.get(instanceNo) ?? [];
    events.set(instanceNo, ofInstance);
    ofInstance.push({
      // The columns hold ids that came in as such.
      id: id as EventId,
      step: terms.text(step),
      touchpoint: terms.text(touchpoint),
      outcome: itemAt(OUTCOMES, outcome),
      at,
      reason: termOf(terms, reason),
      customer: customer === '' ? undefined : (customer as CustomerId),
      attributes: attributes === '' ? undefined : attributesSchema.parse(JSON.parse(attributes)),
    });
  }
  return events;
}

/** That an event's journey, step and touchpoint are in the catalogue. */
function isKnown(vocabulary: Vocabulary, { journeys, touchpoints }: Catalogue): string {
  const steps = journeys.map(({ id, steps: of }) => `${isOneOf(vocabulary, 'journey', [id])} AND ${isOneOf(vocabulary, 'step', of.map((step) => step.id))}`);
  return `(${steps.join(' OR ') || 'false'}) AND ${isOneOf(vocabulary, 'touchpoint', touchpoints.map(({ id }) => id))}`;
}
