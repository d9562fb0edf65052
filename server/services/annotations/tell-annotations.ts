import type { AnnotationTold } from '#contract';
import type { Annotation, Day, Person, TouchpointId } from '#model';
import type { EffectiveTicket } from '../../ports';
import { mayChange } from './annotation-service';

/** What somebody wrote, with whether the asker may change it. */
export const annotationTold = (annotation: Annotation, person: Person): AnnotationTold => ({ ...annotation, editable: mayChange(annotation, person) });

/** 生效日: one mark for each day on which a ticket's fix came into effect somewhere. It is changed with the ticket. */
export function effectiveAnnotations({ id, title, state, locus: { journey, step }, effective }: EffectiveTicket): AnnotationTold[] {
  const days = new Map<Day, TouchpointId[]>();
  for (const { day, touchpoint } of effective) days.set(day, [...(days.get(day) ?? []), touchpoint]);
  return [...days].map(([day, touchpoints]): AnnotationTold => {
    const [touchpoint] = touchpoints;
    const locus = { journey, ...(step !== undefined && { step }), ...(touchpoints.length === 1 && touchpoint !== undefined && { touchpoint }) };
    return { id: `${id}:${day}`, kind: 'fix', text: title, day, locus, touchpoints, ticket: { id, state }, editable: false };
  });
}
