import { attributes, customerId, eventId, instanceId, journeyId, organisationId, outcome, reasonId, segmentId, stepId, touchpointId } from '#model';
import { z } from 'zod';
import { instant } from './common';
import { endpoint } from './endpoint';
import { toldReason } from './reasons';

/** `ServiceEvent` on the wire: the model's, with `at` as ISO 8601. */
export const wireEvent = z.object({
  id: eventId,
  instance: instanceId,
  journey: journeyId,
  step: stepId,
  touchpoint: touchpointId,
  outcome,
  at: instant,
  reason: reasonId.optional(),
  initiative: z.enum(['customer', 'company']).optional(),
  customer: customerId.optional(),
  organisation: organisationId.optional(),
  segment: segmentId.optional(),
  attributes: attributes.optional(),
});
export type WireEvent = z.infer<typeof wireEvent>;

export const MAX_EVENTS = 5_000;
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** A row that was not kept: its line (1-based; the index + 1 in a JSON array), where in the row, and why. */
export const rejectedRow = z.object({ line: z.int().positive(), pointer: z.string(), ...toldReason.shape });
export type RejectedRow = z.infer<typeof rejectedRow>;

export const eventsAnswer = z.object({
  accepted: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
  rejected: z.array(rejectedRow),
});
export type EventsAnswer = z.infer<typeof eventsAnswer>;

export const postEvents = endpoint({
  method: 'POST',
  path: '/events',
  summary: `Up to ${MAX_EVENTS} service events; answered once the accepted ones are durable. Good rows are kept beside bad ones.`,
  /** With `Content-Encoding: gzip` as well; `application/gzip` is either of the two, zipped. */
  accepts: ['application/x-ndjson', 'application/json', 'application/gzip'],
  output: eventsAnswer,
  errors: ['too-large', 'too-busy', 'unsupported-media-type'],
});
