import { deleteProfile, getProfiles, putProfile } from '#contract';
import type { Person } from '#model';
import type { Binder } from '../http/bind';
import { ProblemError } from '../http/problem-error';
import type { Services } from '../services/services';

export function bindProfiles(bind: Binder, { profiles }: Services): void {
  bind.action(getProfiles, async ({ access }) => ({ profiles: await profiles.all(access) }));

  bind.action(putProfile, async ({ access, person, params: { name }, body }) => {
    requireConnector(person);
    await profiles.keep(access, name, body);
    return { profiles: await profiles.all(access) };
  });

  bind.action(deleteProfile, async ({ access, person, params: { name } }) => {
    requireConnector(person);
    if (!(await profiles.remove(access, name))) throw new ProblemError('not-found', `No mapping profile is kept under the name "${name}".`);
    return { profiles: await profiles.all(access) };
  });
}

/** Throws `forbidden` for whoever neither manages nor connects data. */
export function requireConnector({ roles }: Person): void {
  if (roles.includes('manager') || roles.includes('engineer')) return;
  throw new ProblemError('forbidden', 'Only managers and engineers connect data.');
}
