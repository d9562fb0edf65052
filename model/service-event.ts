import { z } from 'zod';
import type { Initiative } from './catalogue';
import type { CustomerId, EventId, InstanceId, JourneyId, OrganisationId, ReasonId, SegmentId, StepId, TouchpointId } from './ids';
import type { Instant } from './time';

export const OUTCOMES = ['entered', 'done', 'failed', 'limited'] as const;
export const outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcome>;

export const attributes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type Attributes = z.infer<typeof attributes>;

/** 服务事件: one thing that happened to one customer going through one journey once. */
export interface ServiceEvent {
  /** Unique for ever: the idempotency key. */
  id: EventId;
  /** 旅程实例: one customer going through one journey once. */
  instance: InstanceId;
  journey: JourneyId;
  step: StepId;
  touchpoint: TouchpointId;
  outcome: Outcome;
  at: Instant;
  reason?: ReasonId | undefined;
  /** Overrides the touchpoint's. */
  initiative?: Initiative | undefined;
  /** Pseudonymous. */
  customer?: CustomerId | undefined;
  organisation?: OrganisationId | undefined;
  segment?: SegmentId | undefined;
  attributes?: Attributes | undefined;
}
