import { organisationSubtree, type Organisation, type OrganisationId } from '#model';
import type { Scope } from '../ports';

/** The organisations a scope may see, with all below them; `all` sees also what belongs to none. */
export function visibleOrganisations(scope: Scope, organisations: readonly Organisation[]): 'all' | ReadonlySet<OrganisationId> {
  if (scope.organisations === 'all') return 'all';
  return new Set(scope.organisations.flatMap((root) => [...organisationSubtree(organisations, root)]));
}
