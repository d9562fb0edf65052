import type { MappingProfile } from '#contract';
import type { JourneyId } from '#model';
import type { Access } from '../ports';
import type { JobRecord } from './job-record';
import type { LogContents } from './log-contents';
import type { Source } from './open-source';
import type { Columns } from './propose-mapping';
import type { UnreadableFile } from './unreadable-file';

export interface ImportRun {
  access: Access;
  /** Of the spool. */
  key: string;
  /** The log's name: the file's, without `.gz`. */
  file: string;
  profile: MappingProfile;
  signal: AbortSignal;
}

/** A run whose mapping is settled: every reading of the file is by the same. */
export interface SettledRun extends ImportRun {
  columns: Columns;
  /** Of rows that say none. */
  journey: JourneyId;
  source: Source;
  /** Times of the first rows, as they are written. */
  times: readonly string[];
}

/** One way to read a file. Every row is rejected, counted and looked at once, in whichever reading comes first. */
export interface LogReading {
  /** The names the log uses, by journey. Where the file breaks off, so does this, and `store` says so. */
  contents(): Promise<Map<JourneyId, LogContents>>;
  /**
   * Stores its events.
   *
   * @param fresh journeys that wait for their discovery; absent when the file is read this once
   * @returns where the file breaks off; what stands before is stored
   */
  store(fresh?: ReadonlySet<JourneyId>): Promise<UnreadableFile | undefined>;
  /** May be called again. */
  close(): Promise<void>;
}

export const countRows = (job: JobRecord, rows: number, skipped: number) =>
  job.update({ rows: job.told.rows + rows + skipped, ...(skipped > 0 && { skipped: (job.told.skipped ?? 0) + skipped }) });
