import { type EventsAnswer, MAX_BODY_BYTES, postInvitations, postRatings, tellReason } from '#contract';
import type { Invitation, Rating } from '#model';
import type { Binder } from '../http/bind';
import { mediaType, readBody } from '../http/read-body';
import { judgeInvitation, judgeRating } from '../ingest/ratings/judge-rating';
import { type ReadRows, readRows } from '../ingest/read-rows';
import type { RatingsResult } from '../ports';
import type { Services } from '../services/services';

export function bindRatings(bind: Binder, { ports: { events }, revisions }: Services): void {
  bind.action(postRatings, async ({ access, request }) => {
    const read = readRows(await readBody(request, MAX_BODY_BYTES), mediaType(request), judgeRating);
    const result = await events.ratings.append(access, read.rows);
    if (result.accepted > 0) revisions.ratingsMoved();
    return told(read, result);
  });

  bind.action(postInvitations, async ({ access, request }) => {
    const read = readRows(await readBody(request, MAX_BODY_BYTES), mediaType(request), judgeInvitation);
    const result = await events.ratings.invite(access, read.rows);
    if (result.accepted > 0) revisions.ratingsMoved();
    return told(read, result);
  });
}

function told(read: ReadRows<Rating | Invitation>, { accepted, duplicates, rejected }: RatingsResult): EventsAnswer {
  const refused = rejected.map(({ index, field, reason }) => {
    const row = read.rows[index];
    const value = row === undefined ? '' : field === 'journey' ? row.journey : 'touchpoint' in row ? (row.touchpoint ?? '') : '';
    return { line: read.lines[index] ?? index + 1, pointer: `/${field}`, ...tellReason(reason, { value }) };
  });
  return { accepted, duplicates, rejected: [...read.rejected, ...refused].toSorted((a, b) => a.line - b.line) };
}
