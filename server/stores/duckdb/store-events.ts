import { OUTCOMES, type EventId, type Instant, type JourneyId, type ServiceEvent } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { AppendOptions, AppendResult } from '../../ports';
import { Admission } from '../admission';
import { hashId } from './event-id-index';
import { initiativeCode } from './instance-detector';
import { replaceDerived, type Detecting } from './replace-derived';
import { RowWriter } from './row-writer';
import { EVENTS, KNOWN_INSTANCES, NONE, TERMS } from './schema';
import type { StoredIds } from './stored-ids';

/** Rows that one caller asked to append. */
export interface Batch {
  events: readonly ServiceEvent[];
  options: AppendOptions;
}

export interface StoredBatches {
  results: AppendResult[];
  /** Instances with new events. */
  touched: Set<number>;
  /** Whether any derived row may have changed. */
  detected: boolean;
  /** Journeys with events that wait for the next `configure`. */
  left: Set<JourneyId>;
  /** The least `nextChangeAt` of the instances detected. */
  nextChangeAt: Instant;
  /** Makes the ids in memory know what was stored; to be called after the commit. */
  remember(): void;
}

/** Stores batches, with the rows derived of what they touch, inside the connection's transaction. */
export async function storeEvents(
  connection: DuckDBConnection,
  ids: StoredIds,
  detecting: Detecting,
  batches: readonly Batch[],
): Promise<StoredBatches> {
  const { terms, rules } = detecting;
  const stored = await ids.storedAmong(connection, batches.flatMap(({ events }) => events));
  const hasEvent = (id: EventId) => stored.has(id);
  const admission = new Admission({ hasEvent, journeyOf: (instance) => ids.journeyOf(instance) }, rules.rules);

  const firstNew = ids.nextNumber;
  const fresh = new Map<ServiceEvent['instance'], { instanceNo: number; journey: number }>();
  const numberOf = ({ instance, journey }: ServiceEvent): number => {
    const known = ids.numberOf(instance) ?? fresh.get(instance)?.instanceNo;
    if (known !== undefined) return known;
    const instanceNo = firstNew + fresh.size;
    fresh.set(instance, { instanceNo, journey: terms.code(journey) });
    return instanceNo;
  };
  const code = (id: string | undefined) => (id === undefined ? NONE : terms.code(id));

  const results: AppendResult[] = [];
  const touched = new Set<number>();
  const detected = new Set<number>();
  const left = new Set<JourneyId>();
  const hashes: ReturnType<typeof hashId>[] = [];
  const writer = await RowWriter.open(connection, EVENTS);
  try {
    for (const { events, options } of batches) {
      const { result, rows } = admission.admit(events, options);
      results.push(result);
      const source = code(options.source);
      for (const event of rows) {
        const instanceNo = numberOf(event);
        const hash = hashId(event.id);
        hashes.push(hash);
        touched.add(instanceNo);
        if (options.detection === 'later') left.add(event.journey);
        else detected.add(instanceNo);
        const { journey, step, touchpoint, outcome, reason, initiative, organisation, segment, at, id, customer = '', attributes } = event;
        writer.write([
          instanceNo,
          terms.code(journey),
          terms.code(step),
          terms.code(touchpoint),
          OUTCOMES.indexOf(outcome),
          code(reason),
          initiativeCode(initiative),
          code(organisation),
          code(segment),
          at,
          id,
          hash.low,
          hash.high,
          customer,
          attributes ? JSON.stringify(attributes) : '',
          source,
        ]);
      }
    }
  } finally {
    writer.close();
  }
  await writeAll(connection, KNOWN_INSTANCES, [...fresh].map(([id, { instanceNo, journey }]) => [instanceNo, journey, id]));
  const nextChangeAt = await replaceDerived(connection, detecting, detected, firstNew);
  await writeAll(connection, TERMS, terms.pending());

  const remember = () => {
    for (const hash of hashes) ids.addEvent(hash);
    for (const [id, { instanceNo, journey }] of fresh) ids.addInstance(instanceNo, journey, id);
  };
  return { results, touched, detected: detected.size > 0, left, nextChangeAt, remember };
}

/** Appends whole rows, in the order of the columns. */
export async function writeAll(connection: DuckDBConnection, table: typeof TERMS, rows: readonly (readonly (string | number)[])[]): Promise<void> {
  if (rows.length === 0) return;
  const writer = await RowWriter.open(connection, table);
  for (const row of rows) writer.write(row);
  writer.close();
}
