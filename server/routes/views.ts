import { getViews, putViews } from '#contract';
import type { Binder } from '../http/bind';
import type { Services } from '../services/services';

export function bindViews(bind: Binder, { views }: Services): void {
  bind.question(getViews, async ({ access, person }) => ({ about: ['views', person.id], answer: async () => ({ views: await views.of(access, person) }) }));

  bind.action(putViews, async ({ access, person, body }) => {
    await views.replace(access, person, body.views);
    return { views: await views.of(access, person) };
  });
}
