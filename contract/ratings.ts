import { instanceId, invitationId, journeyId, MAX_COMMENT, organisationId, programme, ratingId, segmentId, touchpointId } from '#model';
import { z } from 'zod';
import { instant } from './common';
import { endpoint } from './endpoint';
import { eventsAnswer, MAX_EVENTS } from './events';
import { urlDay } from './filter';

/** `Rating` on the wire: the model's, with `at` as ISO 8601. A comment is masked before it is stored, and never kept as it came. */
export const wireRating = z.object({
  id: ratingId,
  at: instant,
  journey: journeyId,
  score: z.int().min(0).max(10),
  programme,
  instance: instanceId.optional(),
  touchpoint: touchpointId.optional(),
  organisation: organisationId.optional(),
  segment: segmentId.optional(),
  /** White space alone is no comment. */
  comment: z.string().max(MAX_COMMENT).optional(),
});
export type WireRating = z.infer<typeof wireRating>;

/** How many were asked on a day. Without an id it is that of its day, journey and programme, so that each is told once. */
export const wireInvitation = z.object({ id: invitationId.optional(), day: urlDay, journey: journeyId, programme, invited: z.int().nonnegative() });
export type WireInvitation = z.infer<typeof wireInvitation>;

const accepts = ['application/x-ndjson', 'application/json', 'application/gzip'] as const;

export const postRatings = endpoint({
  method: 'POST',
  path: '/ratings',
  summary: `Up to ${MAX_EVENTS} ratings; answered once the accepted ones are durable. Good rows are kept beside bad ones.`,
  accepts,
  output: eventsAnswer,
  errors: ['too-large', 'unsupported-media-type'],
});

export const postInvitations = endpoint({
  method: 'POST',
  path: '/invitations',
  summary: `Up to ${MAX_EVENTS} counts of customers who were asked for a rating: what response rates are taken of.`,
  accepts,
  output: eventsAnswer,
  errors: ['too-large', 'unsupported-media-type'],
});
