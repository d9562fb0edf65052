import type { StepId } from '../ids';
import type { LocusDay } from './locus-day';

/** So many of so many with the 95 % Wilson interval; without instances there is no rate, and it could be anything from 0 to 1. */
export interface WindowRate {
  successes: number;
  n: number;
  rate?: number | undefined;
  low: number;
  high: number;
}

/** A step beside the locus, where the same kind of break must not have risen instead. */
export interface Neighbour {
  step: StepId;
  baseline: readonly LocusDay[];
  after: readonly LocusDay[];
}

/** What became of a neighbouring step. */
export interface Displacement {
  step: StepId;
  before: WindowRate;
  after: WindowRate;
  z: number;
  /** One-sided: of a rise. */
  p: number;
  /** Holm's, over the neighbours. */
  adjusted: number;
  significant: boolean;
}

/** What the page says of a verdict, as codes with numbers; the first one is the one to read out. */
export type VerdictFact =
  | { code: 'improved'; from: number; to: number; drop: number; p: number }
  | { code: 'no-instances'; window: 'baseline' | 'after' }
  | { code: 'no-drop'; from: number; to: number }
  | { code: 'not-significant'; p: number; alpha: number }
  | { code: 'drop-too-small'; drop: number; needed: number; target: number }
  | { code: 'displaced'; step: StepId; from: number; to: number; adjusted: number };

/** The result of the one test (效果检验); frozen with the ticket. */
export interface EvidenceVerdict {
  passed: boolean;
  baseline: WindowRate;
  after: WindowRate;
  /** Baseline rate − after rate, as a proportion; absent when one of them is. */
  drop?: number | undefined;
  target: number;
  /** The least drop that counts: half the target. */
  dropNeeded: number;
  /** Of the drop, divided by √φ. 0 where nothing can be compared. */
  z: number;
  /** One-sided; 1 where nothing can be compared. */
  p: number;
  alpha: number;
  phi: number;
  significant: boolean;
  dropEnough: boolean;
  displacement: Displacement[];
  displaced: boolean;
  facts: VerdictFact[];
}
