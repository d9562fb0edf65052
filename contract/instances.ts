import { attributes, carrier, customerId, eventId, instanceId, journeyId, kind, organisationId, outcome, reasonId, resolution, segmentId, state, stepId, touchpointId } from '#model';
import { z } from 'zod';
import { instant, listOf, reading, urlInt } from './common';
import { endpoint } from './endpoint';
import { filterAnswer, selectionQuery } from './filter';

const count = z.int().nonnegative();

export const interruption = z.object({
  kind,
  reason: reasonId.optional(),
  step: stepId,
  touchpoint: touchpointId,
  at: instant,
  resolution,
  pending: z.boolean(),
  carrier: z.object({ kind: carrier, realtime: z.boolean(), step: stepId, touchpoint: touchpointId, at: instant }).optional(),
  attempts: count,
  continuedAt: instant.optional(),
});
export type InterruptionAnswer = z.infer<typeof interruption>;

/** A row of a list: an instance and, where the list is of interruptions or visits, the one that makes it a row. */
export const instanceRow = z.object({
  id: instanceId,
  journey: journeyId,
  state,
  startedAt: instant,
  lastAt: instant,
  completedAt: instant.optional(),
  events: count,
  interruptions: count,
  customer: customerId.optional(),
  organisation: organisationId.optional(),
  segment: segmentId.optional(),
  interruption: interruption.optional(),
  visit: z.object({ step: stepId.optional(), touchpoint: touchpointId, firstAt: instant, lastAt: instant, events: count }).optional(),
});
export type InstanceRow = z.infer<typeof instanceRow>;

export const INSTANCE_SORTS = ['startedAt', '-startedAt', 'duration', '-duration', 'interruptions', '-interruptions'] as const;

export const getInstances = endpoint({
  method: 'GET',
  path: '/instances',
  summary: 'The journeys of a selection: the list behind any number on the map, with exactly that many rows.',
  query: z.object({
    ...selectionQuery.shape,
    /** Newest first unless told; `-` is descending. Ties by id. */
    sort: z.enum(INSTANCE_SORTS).optional(),
    limit: urlInt(1, 500).optional(),
    cursor: z.string().optional(),
  }),
  output: listOf(instanceRow).extend({ filter: filterAnswer }),
});

export const storyEvent = z.object({
  id: eventId,
  step: stepId,
  touchpoint: touchpointId,
  outcome,
  at: instant,
  reason: reasonId.optional(),
  initiative: z.enum(['customer', 'company']),
  attributes: attributes.optional(),
});

/** One instance's story. `interruptions[].anchor` is an index into `events`. */
export const story = reading.extend({
  ...instanceRow.omit({ interruption: true, visit: true, interruptions: true }).shape,
  eventList: z.array(storyEvent),
  interruptions: z.array(interruption.extend({ anchor: count })),
});
export type Story = z.infer<typeof story>;

export const getInstance = endpoint({
  method: 'GET',
  path: '/instances/:id',
  summary: 'One journey as it happened, with its interruptions.',
  params: z.object({ id: instanceId }),
  output: story,
});
