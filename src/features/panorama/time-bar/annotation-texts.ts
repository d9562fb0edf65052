import type { AnnotationTold } from '#contract';
import { defineTexts } from '#ui';

/** What annotations are called. */
export const annotationWords = defineTexts({
  release: { zh: '发布', en: 'Release' },
  fix: { zh: '修复', en: 'Fix' },
  campaign: { zh: '活动', en: 'Campaign' },
  incident: { zh: '事故', en: 'Incident' },
  ticket: { zh: '工单生效', en: 'Ticket in effect' },
});

/** A shape for each kind, so that it is not told by colour alone. */
export const ANNOTATION_SIGNS = { release: '▲', fix: '✚', campaign: '●', incident: '//', ticket: '⚑' } as const;

/** What an annotation counts as on the axis. */
export const signOf = ({ kind, ticket }: Pick<AnnotationTold, 'kind' | 'ticket'>): keyof typeof ANNOTATION_SIGNS => (ticket ? 'ticket' : kind);
