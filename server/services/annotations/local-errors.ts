import type { Problem } from '#contract';
import { type AnnotationLocus, type Catalogue, dayNumber } from '#model';

/** What an annotation names that there is not. */
export function localErrors({ journeys, touchpoints }: Catalogue, day: string, { journey, step, touchpoint }: AnnotationLocus): NonNullable<Problem['errors']> {
  const errors: NonNullable<Problem['errors']> = [];
  if (!exists(day)) errors.push({ pointer: '/day', reason: 'there is no such day' });
  const known = journeys.find(({ id }) => id === journey);
  if (journey !== undefined && !known) errors.push({ pointer: '/locus/journey', reason: `the catalogue has no journey "${journey}"` });
  if (step !== undefined && known && !known.steps.some(({ id }) => id === step)) errors.push({ pointer: '/locus/step', reason: `the journey has no step "${step}"` });
  if (touchpoint !== undefined && !touchpoints.some(({ id }) => id === touchpoint)) errors.push({ pointer: '/locus/touchpoint', reason: `the catalogue has no touchpoint "${touchpoint}"` });
  return errors;
}

function exists(day: string): boolean {
  try {
    return Number.isInteger(dayNumber(day));
  } catch {
    return false;
  }
}
