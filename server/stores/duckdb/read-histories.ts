import { OUTCOMES, type JourneyId } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { HistoryEvent } from '../../ports';
import { initiativeOf } from './instance-detector';
import { itemAt } from './item-at';
import { termOf } from './read-rows';
import type { Terms } from './terms';

const CODES = ['instance_no', 'step', 'touchpoint', 'outcome', 'reason', 'initiative', 'organisation', 'segment'] as const;

/** The events of every stored instance of a journey, one instance at a time, in bounded memory. */
export async function* readHistories(connection: DuckDBConnection, terms: Terms, journey: JourneyId): AsyncGenerator<readonly HistoryEvent[]> {
  const code = terms.known(journey);
  if (code === undefined) return;
  const columns = [...CODES, 'at_ms'].map((name) => `${name}::DOUBLE`).join(', ');
  const result = await connection.stream(`SELECT ${columns} FROM events WHERE journey = ${code} ORDER BY instance_no, at_ms, id`);
  let current = -1;
  let events: HistoryEvent[] = [];
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const row of chunk.getRows()) {
      const [instanceNo = -1, step = 0, touchpoint = 0, outcome = 0, reason = -1, initiative = -1, organisation = -1, segment = -1, at = 0] = row.map(Number);
      if (instanceNo !== current) {
        if (events.length > 0) yield events;
        events = [];
        current = instanceNo;
      }
      events.push({
        step: terms.text(step),
        touchpoint: terms.text(touchpoint),
        outcome: itemAt(OUTCOMES, outcome),
        at,
        reason: termOf(terms, reason),
        initiative: initiativeOf(initiative),
        organisation: termOf(terms, organisation),
        segment: termOf(terms, segment),
      });
    }
  }
  if (events.length > 0) yield events;
}
