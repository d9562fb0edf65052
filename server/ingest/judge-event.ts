import { tellReason, wireEvent } from '#contract';
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
  return { wrong: first.pointer === '/at' ? { pointer: '/at', ...timeReason(value) } : first };
};

/** Why the time of an object is none. */
function timeReason(row: unknown) {
  const at: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'at') : undefined;
  if (at === undefined || at === null || at === '') return tellReason('value-empty', { column: 'at' });
  return tellReason('value-no-time', { value: typeof at === 'string' || typeof at === 'number' ? String(at).slice(0, MAX_TOLD) : typeof at });
}

/** So much is said of what is no time. */
const MAX_TOLD = 60;
