import { type SavedView, savedView } from '#contract';
import { type Person, stampOf } from '#model';
import { ProblemError } from '../http/problem-error';
import type { Access } from '../ports';
import { everybody } from './acting';
import type { Core } from './core';
import { actorText } from './ledger-writer';

/** 保存的视图: each person's are a document of their own. */
export interface ViewsService {
  /** One's own first, then those that others share, by person. */
  of(access: Access, person: Person): Promise<SavedView[]>;
  /** Throws `invalid-input` for an id that stands there twice. */
  replace(access: Access, person: Person, views: readonly Omit<SavedView, 'owner'>[]): Promise<void>;
}

const nameOf = ({ id }: Pick<Person, 'id'>): string => `views:${id}`;

export function createViewsService({ ports, ledger }: Core): ViewsService {
  const own = async (access: Access, person: Pick<Person, 'id'>): Promise<SavedView[]> => {
    const { body } = await ports.ledger.document(access, nameOf(person));
    return savedView.array().parse(body ?? []);
  };
  return {
    async of(access, person) {
      const others = (await everybody(ports.desk)).filter(({ id }) => id !== person.id);
      const shared = await Promise.all(others.map(async (one) => (await own(access, one)).filter((view) => view.shared)));
      return [...(await own(access, person)), ...shared.flat()];
    },
    async replace(access, person, views) {
      const errors = views.flatMap(({ id }, index) => (views.findIndex((one) => one.id === id) === index ? [] : [{ pointer: `/views/${index}/id`, reason: `"${id}" stands there twice` }]));
      if (errors.length > 0) throw new ProblemError('invalid-input', 'Two views have the same id.', { errors });
      const before = await own(access, person);
      const after = views.map((view): SavedView => ({ ...view, owner: person.id }));
      await ledger.write(access, {
        documents: [{ name: nameOf(person), body: after }],
        audit: [{ at: stampOf(ports.clock()), actor: actorText(access.actor), subject: { kind: 'views', id: person.id }, action: 'replace', before: { views: before }, after: { views: after } }],
      });
    },
  };
}
