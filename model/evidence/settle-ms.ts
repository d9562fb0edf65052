import type { Journey } from '../catalogue';
import type { StepId } from '../ids';
import type { Kind } from '../interruption';
import type { Millis } from '../time';
import type { Measure } from './measure';

/** Which interruptions of a journey are measured. */
export interface Measured {
  measure: Extract<Measure, 'break-rate' | 'loss-rate'>;
  /** Absent: of any kind but abandonment. */
  kind?: Kind | undefined;
  /** Absent: on any step. */
  step?: StepId | undefined;
}

/**
 * For how long after its end a start day may still change by the passing of time alone (sections 3 to 5 of the model), so that days just past
 * look better than they are:
 *
 * - losses and abandonments appear when a customer has been silent for `idleLostMs`: the day must be mature;
 * - overruns appear `standardMs` after a stay began, however it goes on: the longest standard of the steps in question;
 * - limits, failures and repetitions are events. Only a new event adds one, and no waiting tells whether one will come, so the break rate,
 *   which leaves out abandonment, does not wait for maturity.
 *
 * What customers do on later days than their first is missing from the last days of a window, whatever it waits for short of maturity.
 */
export function settleMs({ measure, kind, step }: Measured, journey: Pick<Journey, 'steps' | 'idleLostMs'>): Millis {
  if (measure === 'loss-rate' || kind === 'abandonment') return journey.idleLostMs;
  if (kind !== undefined && kind !== 'overrun') return 0;
  const steps = step === undefined ? journey.steps : journey.steps.filter(({ id }) => id === step);
  return Math.max(0, ...steps.map(({ standardMs = 0 }) => standardMs));
}
