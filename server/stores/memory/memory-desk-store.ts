import type { ImportJob, RejectedRow } from '#contract';
import { catalogue as catalogueSchema, type Department, type Person } from '#model';
import type { DemoRecord, DeskStore, VersionedCatalogue } from '../../ports';

/** The catalogue before anybody stored one. */
export const NO_CATALOGUE: VersionedCatalogue = { version: 0, catalogue: catalogueSchema.parse({ touchpoints: [], journeys: [] }) };

/** A `DeskStore` that forgets everything with the process: for the browser mock and tests. What goes in and out are copies. */
export function memoryDeskStore(): DeskStore {
  let current = NO_CATALOGUE;
  let people: Person[] = [];
  let departments: Department[] = [];
  let demo: DemoRecord | undefined;
  const jobs = new Map<string, ImportJob>();
  const rejected = new Map<string, RejectedRow[]>();

  return {
    catalogue: async () => structuredClone(current),
    putCatalogue: async (_access, catalogue, expected) => {
      if (expected !== undefined && expected !== current.version) return { kind: 'stale', current: structuredClone(current) };
      current = structuredClone({ version: current.version + 1, catalogue });
      return { kind: 'stored', resource: structuredClone(current) };
    },

    people: async () => structuredClone(people),
    departments: async () => structuredClone(departments),
    replacePeople: async (_access, newPeople, newDepartments) => {
      people = structuredClone([...newPeople]);
      departments = structuredClone([...newDepartments]);
    },

    saveImport: async (_access, job) => void jobs.set(job.id, structuredClone(job)),
    importJob: async (_access, id) => structuredClone(jobs.get(id)),
    imports: async (_access, { offset, limit }) => {
      // A job keeps the place it was first saved in.
      const newestFirst = [...jobs.values()].reverse();
      return { total: jobs.size, items: structuredClone(newestFirst.slice(offset, offset + limit)) };
    },
    addRejected: async (_access, importId, rows) => {
      const kept = rejected.get(importId);
      if (kept) kept.push(...structuredClone(rows));
      else rejected.set(importId, structuredClone([...rows]));
    },
    rejected: async function* (_access, importId) {
      for (const row of rejected.get(importId) ?? []) yield { ...row };
    },

    demo: async () => structuredClone(demo),
    saveDemo: async (_access, record) => {
      demo = structuredClone(record);
    },
    close: async () => undefined,
  };
}
