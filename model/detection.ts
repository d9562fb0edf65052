import type { Initiative, Step, Touchpoint } from './catalogue';
import type { OrganisationId, ReasonId, SegmentId, StepId, TouchpointId } from './ids';
import type { Interruption } from './interruption';
import type { Outcome } from './service-event';
import type { State } from './state';
import type { Instant, Millis } from './time';

/** What detection needs to know of one journey; made once per catalogue by `journeyRules`. */
export interface JourneyRules {
  idleLostMs: Millis;
  handoffWindowMs: Millis;
  steps: ReadonlyMap<StepId, StepRules>;
}

/** A step with its order; one object per step, so that events of the same step share it (compared by reference). */
export interface StepRules extends Step {
  order: number;
}

/** A `ServiceEvent` as detection reads it: ids already looked up, so `step` and `touchpoint` are compared by reference. */
export interface JourneyEvent {
  at: Instant;
  step: StepRules;
  touchpoint: Touchpoint;
  outcome: Outcome;
  reason?: ReasonId | undefined;
  initiative?: Initiative | undefined;
  organisation?: OrganisationId | undefined;
  segment?: SegmentId | undefined;
}

/** 到访 at the finest level: a maximal run of consecutive events with the same step and touchpoint. */
export interface Visit {
  step: StepId;
  touchpoint: TouchpointId;
  events: number;
  firstAt: Instant;
  lastAt: Instant;
}

/** Everything the product knows of one instance at one `now`. */
export interface Detection {
  exists: true;
  state: State;
  /** Of the first and last existing event. */
  startedAt: Instant;
  lastAt: Instant;
  completedAt?: Instant | undefined;
  events: number;
  organisation?: OrganisationId | undefined;
  segment?: SegmentId | undefined;
  visits: Visit[];
  /** In signal order. */
  interruptions: Interruption[];
  /** The least time after `now` at which this result will differ without an event. */
  nextChangeAt?: Instant | undefined;
}

/** An instance none of whose events exists yet: it is in no balance, list or map. */
export interface NotYet {
  exists: false;
  /** When its first event comes to exist; absent without events. */
  nextChangeAt?: Instant | undefined;
}

export type DetectionResult = Detection | NotYet;
