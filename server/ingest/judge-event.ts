import { wireEvent } from '#contract';
import type { ServiceEvent } from '#model';
import { bodyErrors } from '../http/input-errors';
import { plainEvent } from './plain-event';
import type { JudgeRow } from './read-rows';

/** The event of a row: at once where it plainly is one, else by the schema, whose word is the last. */
export const judgeEvent: JudgeRow<ServiceEvent> = (value) => {
  const plain = plainEvent(value);
  if (plain) return { row: plain };
  const parsed = wireEvent.safeParse(value);
  if (parsed.success) return { row: { ...parsed.data, at: Date.parse(parsed.data.at) } };
  const [first = { pointer: '', reason: 'not a service event' }] = bodyErrors(parsed.error);
  return { wrong: first };
};
