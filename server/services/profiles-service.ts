import { type MappingProfile, type NamedProfile, namedProfile } from '#contract';
import { compareIds, stampOf } from '#model';
import type { Access } from '../ports';
import { actorText } from '../ports';
import type { Core } from './core';

const DOCUMENT = 'profiles';

/** Mapping profiles under their names: one document. */
export interface ProfilesService {
  /** By name. */
  all(access: Access): Promise<NamedProfile[]>;
  find(access: Access, name: string): Promise<NamedProfile | undefined>;
  keep(access: Access, name: string, profile: MappingProfile): Promise<void>;
  /** Answers whether there was one. */
  remove(access: Access, name: string): Promise<boolean>;
}

export function createProfilesService({ ports, ledger }: Core): ProfilesService {
  const read = async (access: Access) => {
    const { version, body } = await ports.ledger.document(access, DOCUMENT);
    return { version, profiles: namedProfile.array().parse(body ?? []) };
  };
  /** Tried again when somebody else kept another meanwhile. */
  const change = async (access: Access, name: string, action: string, next: (profiles: readonly NamedProfile[]) => NamedProfile[]): Promise<void> => {
    for (;;) {
      const { version, profiles } = await read(access);
      const after = next(profiles);
      const [was, is] = [profiles, after].map((all) => all.find((one) => one.name === name));
      const entry = { at: stampOf(ports.clock()), actor: actorText(access.actor), subject: { kind: 'profiles', id: name } as const, action, before: { profile: was ?? null }, after: { profile: is ?? null } };
      const written = await ledger.write(access, { documents: [{ name: DOCUMENT, body: after, expected: version }], audit: [entry] });
      if (written.kind === 'stored') return;
    }
  };
  return {
    all: async (access) => (await read(access)).profiles,
    find: async (access, name) => (await read(access)).profiles.find((one) => one.name === name),
    keep: (access, name, profile) =>
      change(access, name, 'keep', (all) => [...all.filter((one) => one.name !== name), { ...profile, version: 1 as const, name }].toSorted((a, b) => compareIds(a.name, b.name))),
    async remove(access, name) {
      if (!(await read(access)).profiles.some((one) => one.name === name)) return false;
      await change(access, name, 'remove', (all) => all.filter((one) => one.name !== name));
      return true;
    },
  };
}
