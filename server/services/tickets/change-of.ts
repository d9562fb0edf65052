import type { TicketEditRead } from '#contract';
import type { Day, TicketChange, TicketMeasure } from '#model';

/** What a body changes, in the words of the model: `null` takes away, and a measure that is done was done today unless it says when. */
export function changeOf(body: Partial<TicketEditRead>, today: Day): TicketChange {
  const entries = Object.entries(body).flatMap(([field, value]) => (value === undefined ? [] : [[field, value ?? undefined]]));
  const change = Object.fromEntries(entries) as TicketChange; // Its fields are those of the model, without null.
  const doneOn = (one: TicketMeasure): TicketMeasure => (one.state === 'done' && one.doneOn === undefined ? { ...one, doneOn: today } : one);
  return change.measures ? { ...change, measures: change.measures.map(doneOn) } : change;
}
