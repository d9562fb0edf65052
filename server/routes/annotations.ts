import { deleteAnnotation, getAnnotations, postAnnotation, putAnnotation } from '#contract';
import { type Annotation, annotation as annotationSchema, type Person } from '#model';
import type { Binder } from '../http/bind';
import { requiredVersion, versionTag } from '../http/if-match';
import { once } from '../http/once';
import { ProblemError } from '../http/problem-error';
import { annotationOrder, StaleAnnotation } from '../services/annotations/annotation-service';
import { annotationTold, effectiveAnnotations } from '../services/annotations/tell-annotations';
import type { Services } from '../services/services';

export function bindAnnotations(bind: Binder, { annotations, ports }: Services): void {
  bind.question(getAnnotations, async ({ access, person, query }) => ({
    about: ['annotations', person.id, person.roles, query],
    answer: async () => {
      const { journey: journeys, from, to, source } = query;
      const written = source === 'ticket' ? [] : (await annotations.all(access)).map((one) => annotationTold(one, person));
      const derived = source === 'written' ? [] : (await ports.ledger.effectiveTickets(access)).flatMap(effectiveAnnotations);
      const items = [...written, ...derived].filter(
        ({ day, locus: { journey } }) => (from === undefined || day >= from) && (to === undefined || day <= to) && (!journeys || journey === undefined || journeys.includes(journey)),
      );
      return { items: items.sort(annotationOrder), total: items.length };
    },
  }));

  const told = (annotation: Annotation, person: Person, headers: Record<string, string>) => {
    headers.etag = versionTag(annotation.version);
    return { annotation: annotationTold(annotation, person) };
  };

  bind.action(postAnnotation, async (asked) => {
    const { person, body, headers } = asked;
    return told(await once(ports.ledger, asked, annotationSchema, (remember) => annotations.add(asked, body, remember)), person, headers);
  });

  bind.action(putAnnotation, async (asked) => {
    const { person, params, body, headers, request } = asked;
    const version = requiredVersion(request);
    return told(await toldStale(person, annotations.replace(asked, params.id, version, body)), person, headers);
  });

  bind.action(deleteAnnotation, async (asked) => {
    const { person, params, request } = asked;
    await toldStale(person, annotations.remove(asked, params.id, requiredVersion(request)));
    return {};
  });
}

/** Answers that somebody was faster with the annotation as it is. */
async function toldStale<Value>(person: Person, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StaleAnnotation)) throw error;
    throw new ProblemError('version-stale', 'Somebody changed the annotation meanwhile.', { current: annotationTold(error.current, person) });
  }
}
