import type { Detection, DetectionResult, JourneyEvent, JourneyRules } from './detection';
import { interruptionsOf } from './interruptions';
import { nextChange } from './next-change';
import { signalsOf } from './signals';
import { stateOf } from './state';
import type { Instant } from './time';
import { visitsOf } from './visits';

/**
 * Everything the product knows of one instance as of `now`: sections 2 to 5 of the model, in one pass over its events.
 *
 * @param events all stored events of the instance, ordered by (`at`, `id`); those with `at` > `now` do not exist yet
 * @returns a `Detection`, or `exists: false` when no event exists yet
 */
export function detect(rules: JourneyRules, events: readonly JourneyEvent[], now: Instant): DetectionResult {
  const existing = countExisting(events, now);
  const first = events[0];
  const last = events[existing - 1];
  if (!first || !last) return { exists: false, nextChangeAt: first?.at };

  const completing = completingEvent(events, existing);
  const complete = completing >= 0;
  const participating = complete ? completing + 1 : existing;
  const idle = now - last.at > rules.idleLostMs;

  const signals = signalsOf(rules, events, participating, complete, now);
  const interruptions = interruptionsOf(rules, events, participating, signals, idle, now);
  const detection: Detection = {
    exists: true,
    state: stateOf(complete, idle, interruptions),
    startedAt: first.at,
    lastAt: last.at,
    completedAt: complete ? events[completing]?.at : undefined,
    events: existing,
    organisation: undefined,
    segment: undefined,
    visits: visitsOf(events, existing),
    interruptions,
    nextChangeAt: nextChange(rules, events, existing, complete, interruptions, now),
  };
  belong(detection, events, existing);
  return detection;
}

function countExisting(events: readonly JourneyEvent[], now: Instant): number {
  let existing = events.length;
  while ((events[existing - 1]?.at ?? now) > now) existing--;
  return existing;
}

/** Index of the first `done` on a completing step, or −1. */
function completingEvent(events: readonly JourneyEvent[], existing: number): number {
  let index = 0;
  for (const event of events) {
    if (index === existing) break;
    if (event.outcome === 'done' && event.step.completes) return index;
    index++;
  }
  return -1;
}

/** Organisation and segment are each that of the first existing event that carries one. */
function belong(detection: Detection, events: readonly JourneyEvent[], existing: number): void {
  let index = 0;
  for (const event of events) {
    if (index++ === existing) break;
    detection.organisation ??= event.organisation;
    detection.segment ??= event.segment;
    if (detection.organisation !== undefined && detection.segment !== undefined) break;
  }
}
