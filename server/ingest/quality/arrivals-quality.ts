import { QUALITY_DAYS, QUALITY_KINDS, type QualityFinding } from '#contract';
import { addDays, dayNumber, daysFrom, HOUR, type InstanceId, type Instant, type JourneyId, type Zone } from '#model';
import type { Arrivals, ArrivalsQuestion } from '../../ports';
import { ALL_SOURCES, volumeFindings } from './volume-findings';

/** Of each kind, what is told. */
const SAMPLE = 50;
/** The order of so many events, the ones that came last, is looked at: a fraction of a second. */
const ORDERED = 200_000;
/** Touchpoints whose days are told apart: those with most events. */
const MAX_SOURCES = 100;

/** What is asked of the store: the last days, today among them. */
export function arrivalsQuestion(zone: Zone, now: Instant): ArrivalsQuestion {
  const today = zone.dayOf(now);
  const days = daysFrom(addDays(today, 1 - QUALITY_DAYS), today);
  return { starts: days.map((day) => zone.startOf(day)), end: zone.endOf(today), now, jumpMs: HOUR, ordered: ORDERED, sample: SAMPLE };
}

/** What is odd about them, in the order it is told. @param others findings that the store knows nothing of */
export function arrivalsQuality(arrivals: Arrivals, zone: Zone, now: Instant, others: readonly QualityFinding[]): QualityFinding[] {
  const { events, existing, ordered, backward, jumps, withoutEnd } = arrivals;
  // Nothing may be there to open before its time has come.
  const future = { ...arrivals.future, sample: arrivals.future.sample.map(({ instance }) => ({ instance, journey: undefined })) };
  const told = (kind: QualityFinding['kind'], of: number, { count, sample }: { count: number; sample: readonly { instance: InstanceId; journey: JourneyId | undefined }[] }): QualityFinding[] =>
    count === 0 ? [] : [{ kind, count, of, sample: sample.map(({ instance, journey }) => ({ value: instance, ...(journey !== undefined && { journey }) })) }];
  const findings = [
    ...others,
    ...told('time-future', events, future),
    ...told('out-of-order', ordered, backward),
    ...told('clock-jump', ordered, jumps),
    ...volumeFindings(sourcesOf(arrivals, dayNumber(zone.dayOf(now))), SAMPLE),
    ...told('no-end', existing, withoutEnd),
  ];
  return findings.toSorted((a, b) => QUALITY_KINDS.indexOf(a.kind) - QUALITY_KINDS.indexOf(b.kind));
}

/** Events by source and day. Today is every source's last day, cut like any last one: so days since its last event are gaps. */
function sourcesOf({ days }: Arrivals, today: number): Map<string, Map<number, number>> {
  const all = new Map<number, number>();
  const byTouchpoint = new Map<string, Map<number, number>>();
  for (const { touchpoint, day: place, events } of days) {
    const day = today - QUALITY_DAYS + 1 + place;
    let own = byTouchpoint.get(touchpoint);
    if (!own) byTouchpoint.set(touchpoint, (own = new Map()));
    for (const counts of [all, own]) counts.set(day, (counts.get(day) ?? 0) + events);
  }
  if (all.size === 0) return new Map();
  const sum = (counts: ReadonlyMap<number, number>) => [...counts.values()].reduce((total, events) => total + events, 0);
  const busiest = [...byTouchpoint].toSorted(([, a], [, b]) => sum(b) - sum(a)).slice(0, MAX_SOURCES);
  const sources = new Map([[ALL_SOURCES, all], ...busiest]);
  for (const counts of sources.values()) counts.set(today, counts.get(today) ?? 0);
  return sources;
}
