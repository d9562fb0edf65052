import type { DerivedInstance } from './derived-instance';
import type { LocusDay } from './evidence';
import type { TouchpointId } from './ids';
import type { Interruption } from './interruption';
import type { Locus } from './locus';
import type { Visit } from './detection';

export interface LocusMeasure {
  locus: Locus;
  /** `break-rate`: interrupted at the locus, without abandonment unless the locus is about it; `loss-rate`: with an interruption there that is lost. */
  measure: 'break-rate' | 'loss-rate';
  /** Only what is on these touchpoints; absent: any of the locus. */
  touchpoints?: readonly TouchpointId[] | undefined;
}

/**
 * Day by day, ascending, the instances that started then and visited the locus (`n`), and those of them with a hit there (section 8).
 * Days nobody visited it are absent.
 */
export function countLocusDays(question: LocusMeasure, instances: Iterable<DerivedInstance>): LocusDay[] {
  const { locus } = question;
  const days = new Map<string, LocusDay>();
  for (const { journey, day, detection } of instances) {
    if (journey !== locus.journey || !detection.visits.some((visit) => isHere(question, visit))) continue;
    const counted = days.get(day) ?? { day, n: 0, hits: 0 };
    days.set(day, counted);
    counted.n++;
    if (detection.interruptions.some((one) => isHere(question, one) && isHit(question, one))) counted.hits++;
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

const isHere = ({ locus: { step, touchpoint }, touchpoints }: LocusMeasure, at: Pick<Visit, 'step' | 'touchpoint'>): boolean =>
  (step === undefined || at.step === step) && (touchpoint === undefined || at.touchpoint === touchpoint) && (touchpoints === undefined || touchpoints.includes(at.touchpoint));

const isHit = ({ locus: { kind, reason }, measure }: LocusMeasure, one: Interruption): boolean => {
  if (kind !== undefined && one.kind !== kind) return false;
  if (reason !== undefined && one.reason !== reason) return false;
  return measure === 'loss-rate' ? one.resolution === 'lost' : kind !== undefined || one.kind !== 'abandonment';
};
