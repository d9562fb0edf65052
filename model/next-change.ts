import type { JourneyEvent, JourneyRules } from './detection';
import type { Interruption } from './interruption';
import type { Instant } from './time';

/**
 * The least time after `now` at which something about an instance differs without an event arriving: a stored event of the future
 * comes to exist, or time runs out for the customer to return, for the current stay, or for a handoff. What lasts "longer than" a
 * limit appears one millisecond after it.
 *
 * @param existing how many of `events` exist at `now`
 */
export function nextChange(
  rules: JourneyRules,
  events: readonly JourneyEvent[],
  existing: number,
  complete: boolean,
  interruptions: readonly Interruption[],
  now: Instant,
): Instant | undefined {
  let least = events[existing]?.at ?? Infinity;
  const expires = (limit: Instant) => {
    if (limit >= now && limit + 1 < least) least = limit + 1;
  };
  const last = events[existing - 1];
  if (!complete && last) {
    expires(last.at + rules.idleLostMs);
    const latest = interruptions.at(-1);
    if (latest?.pending) expires(latest.at + rules.handoffWindowMs);
    // An interruption that has not continued covers every further signal.
    if (!latest || latest.continuedAt !== undefined) expires(overrunOfLastStay(events, existing));
  }
  return least === Infinity ? undefined : least;
}

/** When the stay that the events end in overruns; Infinity when it cannot: no standard, or something was done in it. */
function overrunOfLastStay(events: readonly JourneyEvent[], existing: number): Instant {
  const step = events[existing - 1]?.step;
  if (step?.standardMs === undefined) return Infinity;
  let startedAt = Infinity;
  for (let i = existing - 1; i >= 0; i--) {
    const event = events[i];
    if (event?.step !== step) break;
    if (event.outcome === 'done') return Infinity;
    startedAt = event.at;
  }
  return startedAt + step.standardMs;
}
