import type { Kind, Localized, Millis } from '#model';
import type { ReasonKey } from './reasons';
import type { TouchpointKey } from './touchpoints';

/** One journey of the demo insurer as data: what the catalogue says of it, and how its customers fare. */
export interface JourneyProfile {
  id: string;
  name: Localized;
  important?: true;
  npsTarget?: number;
  idleLost: Millis;
  /** Journeys started on an average day at scale 1. */
  perDay: number;
  /** Where they start, as weights. */
  starts: Partial<Record<TouchpointKey, number>>;
  /** Who picks up broken ones for the company: weight, and chance that the customer then goes on. */
  carriers: Partial<Record<TouchpointKey, { weight: number; success: number }>>;
  /** How often breaks of a touchpoint are picked up, against the average; 1 where not said. */
  care?: Partial<Record<TouchpointKey, number>>;
  stages: readonly StageProfile[];
}

export interface StageProfile {
  id: string;
  name: Localized;
  steps: readonly StepProfile[];
}

export interface StepProfile {
  id: string;
  name: Localized;
  /** Mean time it takes in self-service. */
  takes: Millis;
  /** Mean time that passes before it begins; 10 s where not said. */
  after?: Millis;
  /** Time by which it should be done. Steps with a standard log their entry. */
  standard?: Millis;
  maxAttempts?: number;
  completes?: true;
  /** Walked on these touchpoints only; elsewhere it is left out, or done `otherwise` there. */
  only?: readonly TouchpointKey[];
  otherwise?: TouchpointKey;
  /** The step by which a person mends a break here, in this stage or later; this step where not said. */
  mendedBy?: string;
  /** Walked to mend a break only. */
  mends?: true;
  breaks?: readonly BreakProfile[];
}

/** One way in which customers break at a step. */
export interface BreakProfile {
  kind: Kind;
  /** Per cent of the attempts, by touchpoint. */
  percent: Partial<Record<TouchpointKey, number>>;
  /** As weights. */
  reasons?: Partial<Record<ReasonKey, number>>;
  /** How much more often customers of 60 and over break this way. */
  older?: number;
  /** For limits: the amounts asked for, above the limit. */
  amount?: { limit: number; upTo: number };
}
