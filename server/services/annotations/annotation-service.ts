import type { AnnotationRead } from '#contract';
import { type Annotation, annotation as annotationSchema, type AnnotationId, annotationId, compareText, type Instant, type Person, stampOf, zoneOf } from '#model';
import type { Remember } from '../../http/once';
import { ProblemError } from '../../http/problem-error';
import { type Access, actorText, type LedgerStore } from '../../ports';
import type { Core } from '../core';
import { localErrors } from './local-errors';

/** Who annotates, and when. */
export interface Annotator {
  access: Access;
  person: Person;
  now: Instant;
}

/** 标注: what people say about days and moments. All are one document of the ledger, each with a version of its own. */
export interface AnnotationService {
  all(access: Access): Promise<Annotation[]>;
  /** Throws `invalid-input`. */
  add(annotator: Annotator, body: AnnotationRead, remember: Remember): Promise<Annotation>;
  /** Throws `not-found`, `forbidden`, `invalid-input`, and `version-stale` with the annotation as it is. */
  replace(annotator: Annotator, id: AnnotationId, expected: number, body: AnnotationRead): Promise<Annotation>;
  /** Throws `not-found`, `forbidden`, and `version-stale` with the annotation as it is. */
  remove(annotator: Annotator, id: AnnotationId, expected: number): Promise<void>;
}

export const ANNOTATIONS = 'annotations';
/** They are read and written together. */
const MOST = 5_000;
/** How often a change is made again on what somebody else has just stored. */
const ATTEMPTS = 10;

/** Whether a person may change an annotation: its author, and any manager. */
export const mayChange = ({ by }: Pick<Annotation, 'by'>, { id, roles }: Person): boolean => by === `person:${id}` || roles.includes('manager');

export async function readAnnotations(ledger: Pick<LedgerStore, 'document'>, access: Access): Promise<{ version: number; annotations: Annotation[] }> {
  const { version, body } = await ledger.document(access, ANNOTATIONS);
  return { version, annotations: annotationSchema.array().parse(body ?? []) };
}

export function createAnnotationService({ ports, ledger, catalogue }: Core): AnnotationService {
  const zone = zoneOf(ports.config.zone);

  const said = async ({ kind, text, day, at, locus }: AnnotationRead): Promise<Pick<Annotation, 'kind' | 'text' | 'day' | 'at' | 'locus'>> => {
    const moment = at === undefined ? undefined : Date.parse(at);
    const when = day ?? (moment === undefined ? '' : zone.dayOf(moment));
    const errors = localErrors((await catalogue.current()).catalogue, when, locus);
    if (errors.length > 0) throw new ProblemError('invalid-input', 'The annotation names something that is not known.', { errors });
    return { kind, text, day: when, ...(moment !== undefined && { at: stampOf(moment) }), locus };
  };

  /** Makes a change of one of them, again where others have changed theirs meanwhile. */
  async function change(
    { access, now }: Annotator,
    id: AnnotationId,
    action: string,
    edit: (before: Annotation | undefined) => Annotation | undefined,
    remember?: ReturnType<Remember>,
  ): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { version, annotations } = await readAnnotations(ports.ledger, access);
      const before = annotations.find((one) => one.id === id);
      const after = edit(before);
      const body = before ? annotations.flatMap((one) => (one.id === id ? (after ?? []) : one)) : [...annotations, ...(after ? [after] : [])];
      if (body.length > MOST) throw new ProblemError('invalid-input', `There are ${MOST} annotations. Please delete some that nobody needs any more.`);
      const written = await ledger.write(access, {
        documents: [{ name: ANNOTATIONS, body, expected: version }],
        audit: [{ at: stampOf(now), actor: actorText(access.actor), subject: { kind: 'annotation', id }, action, ...(before && { before }), ...(after && { after }) }],
        ...(remember && { remember }),
      });
      if (written.kind === 'stored') return;
      // `once` answers what was remembered meanwhile.
      if (written.kind === 'repeated') break;
    }
    throw new ProblemError('unavailable', 'The annotations keep changing. Please try again.');
  }

  const changeable = (before: Annotation | undefined, id: AnnotationId, expected: number, person: Person): Annotation => {
    if (!before) throw new ProblemError('not-found', `There is no annotation "${id}".`);
    if (!mayChange(before, person)) throw new ProblemError('forbidden', 'An annotation is changed by who wrote it, or by a manager.');
    if (before.version !== expected) throw new StaleAnnotation(before);
    return before;
  };

  return {
    all: async (access) => (await readAnnotations(ports.ledger, access)).annotations,

    async add(annotator, body, remember) {
      const at = stampOf(annotator.now);
      const id = annotationId.parse(crypto.randomUUID());
      const next: Annotation = { id, version: 1, ...(await said(body)), by: actorText(annotator.access.actor), createdAt: at, updatedAt: at };
      await change(annotator, id, 'create', () => next, remember(next));
      return next;
    },

    async replace(annotator, id, expected, body) {
      const fields = await said(body);
      let next: Annotation | undefined;
      await change(annotator, id, 'edit', (stored) => {
        const { version, by, createdAt } = changeable(stored, id, expected, annotator.person);
        return (next = { id, version: version + 1, ...fields, by, createdAt, updatedAt: stampOf(annotator.now) });
      });
      if (next) return next;
      throw new ProblemError('not-found', `There is no annotation "${id}".`);
    },

    async remove(annotator, id, expected) {
      await change(annotator, id, 'delete', (stored) => {
        changeable(stored, id, expected, annotator.person);
        return undefined;
      });
    },
  };
}

/** Somebody changed the annotation meanwhile; the route tells it as it is to whoever asks. */
export class StaleAnnotation extends Error {
  constructor(readonly current: Annotation) {
    super(`${current.id} is at version ${current.version} by now.`);
  }
}

/** By day, what has a time after what is of the whole day; ties by id. */
export const annotationOrder = (a: { day: string; at?: string | undefined; id: string }, b: typeof a): number =>
  compareText(a.day, b.day) || compareText(a.at ?? '', b.at ?? '') || compareText(a.id, b.id);
