import { getCatalogue, postCatalogueTrial, putCatalogue } from '#contract';
import type { Binder } from '../http/bind';
import { expectedVersion } from '../http/if-match';
import { ProblemError } from '../http/problem-error';
import type { VersionedCatalogue } from '../ports';
import type { Services } from '../services/services';
import { tryCatalogue } from '../services/try-catalogue';

export function bindCatalogue(bind: Binder, { catalogue, ports: { events } }: Services): void {
  const told = ({ version, catalogue: content }: VersionedCatalogue) => ({ ...content, version, redetection: events.redetection });

  bind.question(getCatalogue, async () => {
    const current = await catalogue.current();
    return { about: [current.version, events.redetection], answer: async () => told(current) };
  });

  bind.action(postCatalogueTrial, async ({ access, body, now }) => {
    const { catalogue: current } = await catalogue.current();
    if (!current.journeys.some(({ id }) => id === body.journey.id)) throw new ProblemError('not-found', `The catalogue has no journey "${body.journey.id}".`);
    return tryCatalogue(events, access, current, body, now);
  });

  bind.action(putCatalogue, async ({ access, body, request }) => {
    const result = await catalogue.put(access, body, expectedVersion(request));
    if (result.kind === 'stored') return told(result.resource);
    const { version } = result.current;
    throw new ProblemError('version-stale', `The catalogue is at version ${version} by now.`, { current: told(result.current) });
  });
}
