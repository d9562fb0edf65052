import type { OrganisationId, PersonId } from '#model';

/** Who acts: a person, or the system itself (jobs, first run). */
export type Actor = { kind: 'person'; id: PersonId } | { kind: 'system'; job: string };

/** What the actor may see: everything, or these organisations with all below them. */
export type Scope = { organisations: 'all' | readonly OrganisationId[] };

/** Every port method takes one: every write has an actor, every read a scope. */
export interface Access {
  actor: Actor;
  scope: Scope;
}

export const systemAccess = (job: string): Access => ({ actor: { kind: 'system', job }, scope: { organisations: 'all' } });

/** How an actor stands in the audit and beside what they stored: `person:lin`, `system:sweep`. */
export const actorText = (actor: Actor): string => (actor.kind === 'person' ? `person:${actor.id}` : `system:${actor.job}`);
