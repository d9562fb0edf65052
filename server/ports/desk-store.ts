import type { ImportJob, RejectedRow } from '#contract';
import type { Catalogue, Department, JourneyId, Person } from '#model';
import type { Access } from './access';

/** Settings and administration: the catalogue, people, imports. The work of people is the ledger's. */
export interface DeskStore {
  /** Version 0 and empty before the first `putCatalogue`. */
  catalogue(access: Access): Promise<VersionedCatalogue>;
  /** Stores the next version. With `expected`, only if the version is still that one: otherwise `stale` with the current one. */
  putCatalogue(access: Access, catalogue: Catalogue, expected?: number): Promise<PutResult<VersionedCatalogue>>;

  people(access: Access): Promise<Person[]>;
  departments(access: Access): Promise<Department[]>;
  /** Replaces all people and departments. */
  replacePeople(access: Access, people: readonly Person[], departments: readonly Department[]): Promise<void>;

  /** Inserts or replaces a job by its id. */
  saveImport(access: Access, job: ImportJob): Promise<void>;
  importJob(access: Access, id: string): Promise<ImportJob | undefined>;
  /** Newest first. */
  imports(access: Access, page: { offset: number; limit: number }): Promise<{ total: number; items: ImportJob[] }>;
  addRejected(access: Access, importId: string, rows: readonly RejectedRow[]): Promise<void>;
  rejected(access: Access, importId: string): AsyncIterable<RejectedRow>;

  /** What is known of the demo's data; absent when there is none (any more). */
  demo(access: Access): Promise<DemoRecord | undefined>;
  saveDemo(access: Access, record: DemoRecord | undefined): Promise<void>;
  close(): Promise<void>;
}

export interface VersionedCatalogue {
  version: number;
  catalogue: Catalogue;
}

export type PutResult<Resource> = { kind: 'stored'; resource: Resource } | { kind: 'stale'; current: Resource };

/** Which data is the synthetic insurer's, and up to when it was generated. */
export interface DemoRecord {
  seed: string;
  scale: number;
  journeys: JourneyId[];
  /** Epoch milliseconds: events up to here are stored. */
  generatedUntil: number;
  /** What came into the catalogue with it, to be taken out with it. */
  brought?: { touchpoints: string[]; organisations: string[]; reasons: string[]; segments: string[] } | undefined;
}
