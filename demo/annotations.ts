import { type Annotation, annotationLocus, type Instant } from '#model';
import { dateOf, dayOf } from './calendar';
import { HISTORY } from './generate';
import { ageOf, incidentOf, ROUND, ROUNDS } from './programme';

type DemoAnnotation = Pick<Annotation, 'kind' | 'text' | 'day' | 'locus'>;

/** What happens every year on the same day: releases that the fixes of the programme came with, and what marketing did. */
const YEARLY: readonly { date: string; kind: Annotation['kind']; text: string; locus?: object }[] = [
  { date: '01-01', kind: 'campaign', text: '开门红活动开始' },
  { date: '01-22', kind: 'release', text: 'APP 春季版：多保单合并交费', locus: { journey: 'renewal', touchpoint: 'app' } },
  { date: '05-07', kind: 'release', text: 'APP 夏季版：借款额度提示前置', locus: { journey: 'loan', touchpoint: 'app' } },
  { date: '06-16', kind: 'campaign', text: '616 客户节' },
  { date: '09-24', kind: 'release', text: 'APP 秋季版：理赔影像重拍提示', locus: { journey: 'claim', touchpoint: 'app' } },
  { date: '10-20', kind: 'campaign', text: '续期交费关怀季', locus: { journey: 'renewal' } },
];

/** What the demo insurer's people have written at its days up to `until`: releases, campaigns, and the days that went wrong. */
export function demoAnnotations({ seed, until, from = until - HISTORY }: { seed: string; until: Instant; from?: Instant }): DemoAnnotation[] {
  const told: DemoAnnotation[] = [];
  for (let number = dayOf(from); number <= dayOf(until); number++) {
    const day = dateOf(number);
    for (const { date, kind, text, locus = {} } of YEARLY) if (day.endsWith(`-${date}`)) told.push({ kind, text, day, locus: annotationLocus.parse(locus) });
    for (const round of ROUNDS) {
      const { journey, step, touchpoint, name, undoneBy } = round;
      const age = ageOf(round, number);
      const locus = annotationLocus.parse(journey === undefined ? { touchpoint } : { journey, step, touchpoint });
      if (age === 0) told.push({ kind: 'fix', text: name.zh, day, locus });
      if (age === ROUND.holds) told.push({ kind: 'release', text: undoneBy.zh, day, locus });
    }
    const incident = incidentOf(seed, number);
    if (!incident) continue;
    const { name, journey, step, touchpoint } = incident;
    // A step is one of a journey; an incident of a service behind all of them is of its touchpoint.
    told.push({ kind: 'incident', text: name.zh, day, locus: annotationLocus.parse(journey === undefined ? { touchpoint } : { journey, step, touchpoint }) });
  }
  return told;
}
