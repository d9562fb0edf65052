import { annotation, annotationId, annotationKind, annotationLocus, day, stamp, ticketId, ticketState, touchpointId } from '#model';
import { z } from 'zod';
import { instant, listOf, reading } from './common';
import { endpoint } from './endpoint';
import { filterQuery } from './filter';

/**
 * A mark on the time axis. `ticket` is there where it is derived: the effective date of a ticket, which is changed with the ticket; its text is
 * the ticket's title, its id no annotation's.
 */
export const annotationTold = z.object({
  ...annotation.omit({ version: true, by: true, createdAt: true, updatedAt: true, id: true }).shape,
  id: z.string(),
  /** Absent where it is derived. */
  version: annotation.shape.version.optional(),
  by: annotation.shape.by.optional(),
  createdAt: stamp.optional(),
  updatedAt: stamp.optional(),
  /** Of a ticket whose fix came into effect on several touchpoints that day: all of them. */
  touchpoints: z.array(touchpointId).optional(),
  ticket: z.object({ id: ticketId, state: ticketState }).optional(),
  /** Whether the asker may change it: their own, or any of a manager. */
  editable: z.boolean(),
});
export type AnnotationTold = z.infer<typeof annotationTold>;

/** A day or a moment, not both. */
export const annotationBody = z
  .object({ kind: annotationKind, text: z.string().trim().min(1).max(500), day: day.optional(), at: instant.optional(), locus: annotationLocus.default({}) })
  .refine((one) => (one.day === undefined) !== (one.at === undefined), { path: ['day'], message: 'either day or at' });
export type AnnotationBody = z.input<typeof annotationBody>;
export type AnnotationRead = z.output<typeof annotationBody>;

export const getAnnotations = endpoint({
  method: 'GET',
  path: '/annotations',
  summary: 'Releases, fixes, campaigns and incidents, and the effective dates of tickets, by day. Those without a journey concern every one.',
  query: z.object({
    ...filterQuery.pick({ journey: true, from: true, to: true }).shape,
    /** `written`: only what somebody wrote; `ticket`: only effective dates. */
    source: z.enum(['written', 'ticket']).optional(),
  }),
  output: listOf(annotationTold),
});

export const annotationAnswer = reading.extend({ annotation: annotationTold });
export type AnnotationAnswer = z.infer<typeof annotationAnswer>;

export const postAnnotation = endpoint({
  method: 'POST',
  path: '/annotations',
  summary: 'Marks a day or a moment.',
  body: annotationBody,
  status: 201,
  output: annotationAnswer,
  errors: ['idempotency-mismatch'],
  idempotent: true,
});

export const putAnnotation = endpoint({
  method: 'PUT',
  path: '/annotations/:id',
  summary: 'Replaces what an annotation says. Needs If-Match.',
  params: z.object({ id: annotationId }),
  body: annotationBody,
  output: annotationAnswer,
  errors: ['version-required', 'version-stale', 'forbidden'],
});

export const deleteAnnotation = endpoint({
  method: 'DELETE',
  path: '/annotations/:id',
  summary: 'Takes an annotation away; the audit keeps it. Needs If-Match.',
  params: z.object({ id: annotationId }),
  output: reading,
  errors: ['version-required', 'version-stale', 'forbidden'],
});
