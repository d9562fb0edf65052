import type { JourneyEvent, JourneyRules } from './detection';
import type { Interruption } from './interruption';
import { isCustomerStarted, type Signal } from './signals';
import { MINUTE, type Instant } from './time';

/** A handoff is realtime when the carrier is online and there within five minutes. */
const REALTIME_MS = 5 * MINUTE;

/**
 * The interruptions that the signals of an instance open, in signal order.
 *
 * @param signals in signal order, of the first `participating` events
 * @param idle whether the last event lies longer than `idleLostMs` before `now`
 */
export function interruptionsOf(
  rules: JourneyRules,
  events: readonly JourneyEvent[],
  participating: number,
  signals: readonly Signal[],
  idle: boolean,
  now: Instant,
): Interruption[] {
  const interruptions: Interruption[] = [];
  let next = 0;
  for (let first = signals[next]; first; first = signals[next]) {
    const where = events[first.where];
    if (!where) throw new RangeError('Failed to place a signal: it names an event that does not exist.');
    const one: Interruption = {
      kind: first.kind,
      reason: where.reason,
      step: where.step.id,
      touchpoint: where.touchpoint.id,
      at: first.at,
      anchor: first.anchor,
      resolution: 'open',
      pending: false,
      carrier: undefined,
      attempts: 0,
      continuedAt: undefined,
    };
    interruptions.push(one);
    next++;

    /** The furthest step that broke: the customer is past the interruption once something is done there or beyond. */
    let furthest = where.step.order;
    for (let i = first.after + 1; i < participating && one.continuedAt === undefined; i++) {
      for (let covered = signals[next]; covered && covered.after < i; covered = signals[++next]) {
        furthest = Math.max(furthest, events[covered.where]?.step.order ?? 0);
      }
      const event = events[i];
      if (!event) break;
      if (!one.carrier) carry(one, where, event, rules.handoffWindowMs);
      if (event.outcome === 'done' && (event.step.completes || event.step.order >= furthest)) one.continuedAt = event.at;
    }
    if (one.continuedAt === undefined) next = signals.length;

    if (one.continuedAt !== undefined) one.resolution = one.carrier?.kind ?? 'self';
    else if (idle) one.resolution = 'lost';
    one.pending = one.resolution === 'open' && !one.carrier && now - one.at <= rules.handoffWindowMs;
  }
  return interruptions;
}

/** Lets an event after the break carry it on, if it is the right kind of contact; a contact that came to nothing is an attempt. */
function carry(one: Interruption, where: JourneyEvent, event: JourneyEvent, handoffWindowMs: number): void {
  const { at, step, touchpoint, outcome } = event;
  if (touchpoint.service !== 'assisted' || touchpoint === where.touchpoint || at - one.at > handoffWindowMs) return;
  if (outcome === 'failed' || outcome === 'limited') {
    one.attempts++;
    return;
  }
  one.carrier = {
    kind: isCustomerStarted(event) ? 'detour' : 'handoff',
    realtime: touchpoint.place === 'online' && at - one.at <= REALTIME_MS,
    step: step.id,
    touchpoint: touchpoint.id,
    at,
  };
}
