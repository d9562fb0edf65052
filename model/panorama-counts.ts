import type { BreakOutcome } from './break-outcomes';
import type { Day, Millis } from './time';
import type { Carrier, Kind, Resolution } from './interruption';
import type { JourneyId, ReasonId, StepId, TouchpointId } from './ids';
import type { Balance } from './state';

/** `overview`: a node is (journey, touchpoint); `journey`: a node is (step, touchpoint) of the one journey of the filter. */
export type Level = 'overview' | 'journey';

/**
 * What a store counts for a map, before anything is divided, compared or tested. Memory counts it from detections, DuckDB by plain
 * GROUP BY over the derived rows, and both must agree exactly.
 */
export interface PanoramaCounts {
  /** Only journeys with instances. */
  balances: { journey: JourneyId; balance: Balance }[];
  nodes: NodeCounts[];
  flows: FlowCounts[];
  handoffs: HandoffCounts[];
  losses: { from: string; count: number }[];
}

/** Of one node; `id` is its key (`nodeId`). */
export interface NodeCounts {
  id: string;
  journey: JourneyId;
  touchpoint: TouchpointId;
  /** At level `journey`. */
  step?: StepId | undefined;
  instances: number;
  visits: number;
  events: number;
  starts: number;
  ends: number;
  /** Instances with an interruption here. */
  interrupted: number;
  /** Instances with an interruption here that is not `abandonment`. */
  interruptedWithoutAbandonment: number;
  byKind: Record<Kind, number>;
  byResolution: Record<Resolution, number>;
  /** Largest first, ties by reason, `undefined` last. */
  byReason: ReasonCount[];
  unhanded: number;
  pending: number;
  withHandoff: number;
  /** Carrier events (handoffs and detours) received here: the sum over the carrier edges into this node. */
  carriers: { received: number; succeeded: number };
}

export interface ReasonCount {
  reason?: ReasonId | undefined;
  count: number;
}

export interface FlowCounts {
  from: string;
  to: string;
  count: number;
  instances: number;
  /** Next visit's first `at` − own last `at`; linear-interpolated median. */
  gapP50: Millis;
}

export interface HandoffCounts {
  from: string;
  to: string;
  carrier: Carrier;
  count: number;
  succeeded: number;
  /** Carrier event's `at` − interruption's `at`; linear-interpolated median. */
  latencyP50: Millis;
}

/** Per node id, per start day with instances there: what the overdispersion of a reference window is taken from. */
export type NodeDays = Map<string, NodeDay[]>;

export interface NodeDay {
  day: Day;
  instances: number;
  interrupted: number;
  interruptedWithoutAbandonment: number;
}

/** One node in depth. */
export interface PlaceCounts {
  node: NodeCounts;
  /** Start days with instances here, ascending. */
  daily: (NodeDay & { interruptions: number; unhanded: number; withHandoff: number })[];
  dwell?: { p50: Millis; p90: Millis } | undefined;
  /** Their counts add up to the interruptions here. */
  outcomes: BreakOutcome[];
}

/** A flow, a handoff, a detour, or the loss of one node. */
export type EdgeKey =
  | { kind: 'flow' | Carrier; from: string; to: string }
  | { kind: 'loss'; from: string };

/** One edge in depth. Handoffs, detours and losses count interruptions; flows count transitions and have no breakdowns. */
export interface EdgeCounts {
  count: number;
  instances: number;
  succeeded?: number | undefined;
  realtime?: number | undefined;
  time?: { p50: Millis; p90: Millis } | undefined;
  daily: { day: Day; count: number; succeeded?: number | undefined }[];
  byKind?: Record<Kind, number> | undefined;
  byResolution?: Record<Resolution, number> | undefined;
  byReason?: ReasonCount[] | undefined;
}

