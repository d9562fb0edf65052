import { getCatalogue, putCatalogue } from '#contract';
import type { Binder } from '../http/bind';
import { ProblemError } from '../http/problem-error';
import type { VersionedCatalogue } from '../ports';
import type { Services } from '../services/services';

export function bindCatalogue(bind: Binder, { catalogue, ports: { events } }: Services): void {
  const told = ({ version, catalogue: content }: VersionedCatalogue) => ({ ...content, version, redetection: events.redetection });

  bind.question(getCatalogue, async () => {
    const current = await catalogue.current();
    return { about: [current.version, events.redetection], answer: async () => told(current) };
  });

  bind.action(putCatalogue, async ({ access, body, request }) => {
    const result = await catalogue.put(access, body, expectedVersion(request));
    if (result.kind === 'stored') return told(result.resource);
    const { version } = result.current;
    throw new ProblemError('version-stale', `The catalogue is at version ${version} by now.`, { current: told(result.current) });
  });
}

/** The version in `If-Match: "7"`; any when it is absent or `*`. */
function expectedVersion(request: Request): number | undefined {
  const header = request.headers.get('if-match')?.trim();
  if (header === undefined || header === '*') return undefined;
  const version = /^"(\d+)"$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  const errors = [{ pointer: 'header:if-match', reason: 'the version of the catalogue in quotes, such as "7"' }];
  throw new ProblemError('invalid-input', 'If-Match is not a version of the catalogue.', { errors });
}
