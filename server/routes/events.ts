import { type EventsAnswer, MAX_BODY_BYTES, postEvents, type RejectedRow, tellReason } from '#contract';
import type { Binder } from '../http/bind';
import { ProblemError } from '../http/problem-error';
import { mediaType, readBody } from '../http/read-body';
import { readArray, type ReadEvents, readNdjson, UnreadableBody } from '../ingest/read-events';
import type { Services } from '../services/services';

export function bindEvents(bind: Binder, { ports: { events, clock }, revisions, metrics }: Services): void {
  bind.action(postEvents, async ({ access, request }): Promise<EventsAnswer> => {
    const body = await readBody(request, MAX_BODY_BYTES);
    const read = readRows(body, mediaType(request));
    const result = await events.append(access, read.events, { now: clock() });
    if (result.accepted > 0) revisions.moved(new Set(read.events.map(({ instance }) => instance)));
    const refused: RejectedRow[] = result.rejected.map(({ index, field, reason }) => ({
      line: read.lines[index] ?? index + 1,
      pointer: `/${field}`,
      ...tellReason(reason, { value: read.events[index]?.[field] ?? '' }),
    }));
    const rejected = [...read.rejected, ...refused].toSorted((a, b) => a.line - b.line);
    metrics.events('accepted', result.accepted);
    metrics.events('duplicate', result.duplicates);
    metrics.events('rejected', rejected.length);
    return { accepted: result.accepted, duplicates: result.duplicates, rejected };
  });
}

/** JSON with any other media type than `application/json` (gzip) shows by its first character which of the two it is. */
function readRows(body: Uint8Array, type: string): ReadEvents {
  const isArray = type === 'application/json' || (type !== 'application/x-ndjson' && startsWithBracket(body));
  try {
    return isArray ? readArray(body) : readNdjson(body);
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error;
    if (error.fault === 'too-many') throw new ProblemError('too-large', error.message);
    throw new ProblemError('invalid-input', error.message, { errors: [{ pointer: '', reason: 'not a JSON array' }] });
  }
}

const startsWithBracket = (body: Uint8Array): boolean => new TextDecoder().decode(body.subarray(0, 64)).trimStart().startsWith('[');
