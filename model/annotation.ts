import { z } from 'zod';
import { annotationId, journeyId, stepId, touchpointId } from './ids';
import { day } from './selection';
import { stamp } from './stamp';

/** 发布, 修复, 活动, 事故. */
export const ANNOTATION_KINDS = ['release', 'fix', 'campaign', 'incident'] as const;
export const annotationKind = z.enum(ANNOTATION_KINDS);
export type AnnotationKind = z.infer<typeof annotationKind>;

/** Where something happened; what is absent is any. A step is one of a journey. */
export const annotationLocus = z
  .object({ journey: journeyId.optional(), step: stepId.optional(), touchpoint: touchpointId.optional() })
  .refine(({ journey, step }) => step === undefined || journey !== undefined, { path: ['journey'], message: 'a step needs its journey' });
export type AnnotationLocus = z.infer<typeof annotationLocus>;

/** What somebody says about a day, or about a moment, of which `day` is then the day in the configured zone. */
export const annotation = z.object({
  id: annotationId,
  version: z.int().positive(),
  kind: annotationKind,
  text: z.string().min(1).max(500),
  day,
  at: stamp.optional(),
  locus: annotationLocus,
  /** `person:<id>` or `system:<job>`. */
  by: z.string().min(1).max(250),
  createdAt: stamp,
  updatedAt: stamp,
});
export type Annotation = z.infer<typeof annotation>;
