import { type EventsAnswer, MAX_BODY_BYTES, postEvents, type RejectedRow, tellReason } from '#contract';
import type { Binder } from '../http/bind';
import { mediaType, readBody } from '../http/read-body';
import { judgeEvent } from '../ingest/judge-event';
import { readRows } from '../ingest/read-rows';
import type { Services } from '../services/services';
import { createWaiting } from './waiting';

export function bindEvents(bind: Binder, { ports: { events, clock }, revisions, metrics, requests }: Services): void {
  const waiting = createWaiting();
  bind.action(postEvents, async ({ access, request }): Promise<EventsAnswer> => {
    waiting.refuseMore();
    const body = await readBody(request, MAX_BODY_BYTES);
    const read = readRows(body, mediaType(request), judgeEvent);
    const result = await events.append(access, read.rows, { now: clock() });
    if (result.accepted > 0) revisions.moved(new Set(read.rows.map(({ instance }) => instance)));
    const refused: RejectedRow[] = result.rejected.map(({ index, field, reason }) => ({
      line: read.lines[index] ?? index + 1,
      pointer: `/${field}`,
      ...tellReason(reason, { value: read.rows[index]?.[field] ?? '' }),
    }));
    const rejected = [...read.rejected, ...refused].toSorted((a, b) => a.line - b.line);
    metrics.events('accepted', result.accepted);
    metrics.events('duplicate', result.duplicates);
    metrics.events('rejected', rejected.length);
    requests.add(read.rows.length + read.rejected.length, rejected);
    return { accepted: result.accepted, duplicates: result.duplicates, rejected };
  });
}
