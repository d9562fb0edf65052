import type { JourneyEvent, JourneyRules, StepRules } from './detection';
import type { Kind } from './interruption';
import type { Instant } from './time';

/** 中断信号: something that broke, before anything is said of what became of it. Events are named by their index in the instance. */
export interface Signal {
  kind: Kind;
  at: Instant;
  /** The event that gives step, touchpoint and reason. */
  where: number;
  /** The event it hangs on (see `Interruption.anchor`). */
  anchor: number;
  /** The last event that is not after it: of a timed signal, the last with `at` not later than its own. */
  after: number;
}

/** Whether the customer started this contact: its own `initiative`, else its touchpoint's. */
export const isCustomerStarted = (event: JourneyEvent): boolean => (event.initiative ?? event.touchpoint.initiative) === 'customer';

/**
 * All signals of the participating events (the first `participating` of `events`), in signal order, as of `now`.
 *
 * Walks the events once. An overrun and an abandonment are armed by an event and fire when the next event, or `now`, is later than
 * they are due; so they come after all events of their own instant, and before everything later: that is the order of signals.
 */
export function signalsOf(
  rules: JourneyRules,
  events: readonly JourneyEvent[],
  participating: number,
  complete: boolean,
  now: Instant,
): Signal[] {
  const signals: Signal[] = [];
  let last = -1;
  let lastAt: Instant = 0;
  let lastCustomerStarted = -1;
  let stayStep: StepRules | undefined;
  let stayStart = -1;
  /** When the current stay overruns; Infinity when it cannot (any more). */
  let overrunAt: Instant = Infinity;
  /** Stays so far on the steps that limit attempts; NaN, which no count reaches, once something was done there. */
  let stays: Map<StepRules, number> | undefined;

  const fireOverrun = () => {
    signals.push({ kind: 'overrun', at: overrunAt, where: last, anchor: stayStart, after: last });
    overrunAt = Infinity;
  };
  const fireDueBefore = (until: Instant) => {
    const goneAt = lastAt + rules.idleLostMs;
    if (overrunAt < until && overrunAt <= goneAt) fireOverrun();
    if (goneAt < until) {
      const where = lastCustomerStarted >= 0 ? lastCustomerStarted : last;
      signals.push({ kind: 'abandonment', at: goneAt, where, anchor: last, after: last });
    }
    if (overrunAt < until) fireOverrun();
  };

  for (const event of events) {
    if (last + 1 === participating) break;
    const { at, step, outcome } = event;
    if (last >= 0) fireDueBefore(at);
    last++;
    lastAt = at;
    if (isCustomerStarted(event)) lastCustomerStarted = last;
    const staysHere = step === stayStep;
    if (!staysHere) {
      stayStep = step;
      stayStart = last;
      overrunAt = step.standardMs === undefined ? Infinity : at + step.standardMs;
    }

    if (outcome === 'limited') signals.push({ kind: 'limit', at, where: last, anchor: last, after: last });
    else if (outcome === 'failed') signals.push({ kind: 'failure', at, where: last, anchor: last, after: last });
    else if (outcome === 'done') overrunAt = Infinity;

    if (step.maxAttempts !== undefined) {
      stays ??= new Map();
      const stay = (stays.get(step) ?? 0) + (staysHere ? 0 : 1);
      if (outcome === 'done') stays.set(step, NaN);
      else {
        stays.set(step, stay);
        if (!staysHere && stay === step.maxAttempts) signals.push({ kind: 'repetition', at, where: last, anchor: last, after: last });
      }
    }
  }
  if (!complete && last >= 0) fireDueBefore(now);
  return signals;
}
