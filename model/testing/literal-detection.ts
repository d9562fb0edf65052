import type { JourneyEvent, JourneyRules } from '../detection';
import type { CarrierEvent, Interruption, Kind, Resolution } from '../interruption';
import type { State } from '../state';
import type { Instant } from '../time';

interface Signal {
  kind: Kind;
  at: Instant;
  /** Index of the event that gives step, touchpoint and reason. */
  where: number;
  anchor: number;
  timed: boolean;
}

const RANK: Record<Kind, number> = { limit: 0, failure: 1, repetition: 2, overrun: 3, abandonment: 4 };

/**
 * Sections 3 to 5 of the model read sentence by sentence, quadratic and without any cleverness: the oracle that `detect` is held
 * against. `events` are in order; those later than `now` do not exist yet.
 */
export function literalDetection(
  rules: JourneyRules,
  events: readonly JourneyEvent[],
  now: Instant,
): { state: State; interruptions: Interruption[] } | undefined {
  const existing = events.filter((event) => event.at <= now);
  if (existing.length === 0) return undefined;
  const completing = existing.findIndex((event) => event.outcome === 'done' && event.step.completes === true);
  const participating = completing < 0 ? existing : existing.slice(0, completing + 1);
  const last = participating.length - 1;
  const customerStarted = (event: JourneyEvent) => (event.initiative ?? event.touchpoint.initiative) === 'customer';

  // A stay is a maximal run of consecutive participating events on one step.
  const stays: { first: number; last: number }[] = [];
  participating.forEach((event, index) => {
    if (index === 0 || participating[index - 1]!.step.id !== event.step.id) stays.push({ first: index, last: index });
    else stays.at(-1)!.last = index;
  });

  const signals: Signal[] = [];
  participating.forEach((event, index) => {
    if (event.outcome === 'limited') signals.push({ kind: 'limit', at: event.at, where: index, anchor: index, timed: false });
    if (event.outcome === 'failed') signals.push({ kind: 'failure', at: event.at, where: index, anchor: index, timed: false });
  });
  for (const stay of stays) {
    const first = participating[stay.first]!;
    const { maxAttempts, standardMs } = first.step;
    const nth = stays.filter((other) => participating[other.first]!.step.id === first.step.id && other.first <= stay.first).length;
    const doneBefore = participating.some((event, index) => index <= stay.first && event.step.id === first.step.id && event.outcome === 'done');
    if (nth === maxAttempts && !doneBefore)
      signals.push({ kind: 'repetition', at: first.at, where: stay.first, anchor: stay.first, timed: false });
    if (standardMs !== undefined) {
      const inside = participating.find((event, index) => index >= stay.first && index <= stay.last && event.outcome === 'done');
      const end = inside?.at ?? participating[stay.last + 1]?.at ?? now;
      const at = first.at + standardMs;
      if (end - first.at > standardMs) {
        const where = participating.findLastIndex((event, index) => index >= stay.first && index <= stay.last && event.at <= at);
        signals.push({ kind: 'overrun', at, where, anchor: stay.first, timed: true });
      }
    }
  }
  participating.forEach((event, index) => {
    if (index === completing) return;
    const until = participating[index + 1]?.at ?? now;
    if (until - event.at <= rules.idleLostMs) return;
    const started = participating.findLastIndex((one, other) => other <= index && customerStarted(one));
    const where = started < 0 ? index : started;
    signals.push({ kind: 'abandonment', at: event.at + rules.idleLostMs, where, anchor: index, timed: true });
  });
  const family = (signal: Signal) => (!signal.timed ? 0 : signal.kind === 'overrun' ? 1 : 2);
  signals.sort(
    (a, b) => a.at - b.at || family(a) - family(b) || (a.timed ? a.anchor - b.anchor : a.where - b.where) || RANK[a.kind] - RANK[b.kind],
  );

  const isAfter = (index: number, signal: Signal) => (signal.timed ? participating[index]!.at > signal.at : index > signal.where);
  const interruptions: Interruption[] = [];
  let uncovered = signals;
  while (uncovered.length > 0) {
    const opening = uncovered[0]!;
    let continuation = -1;
    for (let index = 0; index <= last; index += 1) {
      const event = participating[index]!;
      if (!isAfter(index, opening) || event.outcome !== 'done') continue;
      const covered = uncovered.filter((signal) => signal === opening || isAfter(index, signal));
      const furthest = Math.max(...covered.map((signal) => participating[signal.where]!.step.order));
      if (event.step.completes === true || event.step.order >= furthest) {
        continuation = index;
        break;
      }
    }
    const until = continuation < 0 ? last : continuation;
    const place = participating[opening.where]!;
    const contacts = participating
      .map((event, index) => ({ event, index }))
      .filter(
        ({ event, index }) =>
          isAfter(index, opening) &&
          index <= until &&
          event.touchpoint.service === 'assisted' &&
          event.touchpoint.id !== place.touchpoint.id &&
          event.at - opening.at <= rules.handoffWindowMs,
      );
    const h = contacts.find(({ event }) => event.outcome === 'entered' || event.outcome === 'done');
    const attempts = contacts.filter(
      ({ event, index }) => (event.outcome === 'failed' || event.outcome === 'limited') && (h === undefined || index < h.index),
    ).length;
    const carrier: CarrierEvent | undefined = h && {
      kind: customerStarted(h.event) ? 'detour' : 'handoff',
      realtime: h.event.touchpoint.place === 'online' && h.event.at - opening.at <= 300_000,
      step: h.event.step.id,
      touchpoint: h.event.touchpoint.id,
      at: h.event.at,
    };
    const idle = now - existing.at(-1)!.at > rules.idleLostMs;
    const resolution: Resolution = continuation >= 0 ? (carrier?.kind ?? 'self') : idle ? 'lost' : 'open';
    interruptions.push({
      kind: opening.kind,
      reason: place.reason,
      step: place.step.id,
      touchpoint: place.touchpoint.id,
      at: opening.at,
      anchor: opening.anchor,
      resolution,
      pending: resolution === 'open' && carrier === undefined && now - opening.at <= rules.handoffWindowMs,
      carrier,
      attempts,
      continuedAt: continuation < 0 ? undefined : participating[continuation]!.at,
    });
    uncovered =
      continuation < 0 ? [] : uncovered.filter((signal) => signal !== opening && !isAfter(continuation, signal));
  }

  const has = (resolution: Resolution) => interruptions.some((one) => one.resolution === resolution);
  const complete: State = interruptions.length === 0 ? 'smooth' : has('handoff') ? 'handed' : has('detour') ? 'detoured' : 'recovered';
  const idle = now - existing.at(-1)!.at > rules.idleLostMs;
  return { state: completing >= 0 ? complete : idle ? 'lost' : 'active', interruptions };
}
