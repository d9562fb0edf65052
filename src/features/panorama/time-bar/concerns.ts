import type { AnnotationTold, PanoramaNode } from '#contract';

/** Whether what is noted happened at a place: what a note leaves open is any. */
export function concerns({ locus, touchpoints }: Pick<AnnotationTold, 'locus' | 'touchpoints'>, { journey, step, touchpoint }: Pick<PanoramaNode, 'journey' | 'step' | 'touchpoint'>): boolean {
  if (locus.journey !== undefined && locus.journey !== journey) return false;
  // A place of the overview has every step.
  if (locus.step !== undefined && step !== undefined && locus.step !== step) return false;
  if (touchpoints && touchpoints.length > 0) return touchpoints.includes(touchpoint);
  return locus.touchpoint === undefined || locus.touchpoint === touchpoint;
}
