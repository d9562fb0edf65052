import type { Initiative, JourneyId, OrganisationId, Outcome, ReasonId, SegmentId, StepId, TouchpointId } from '#model';
import type { Access } from './access';
import type { AppendOptions, AppendRejection } from './event-store';

/**
 * Takes events from a CSV file on this computer without their passing through JavaScript one by one: what a store can do whose own engine reads files. What
 * rows mean is not decided here: rows with the same values in the columns that say it are asked about once, and rows that are in any way odd are
 * handed out, to be judged like those of any other file.
 */
export interface TableStore {
  /** Reads a file whole. Undefined where something in it is not plain: then it has to be read row by row. Throws when `signal` aborts. */
  open(access: Access, file: TableFile, options: { signal: AbortSignal; onProgress: (share: number) => void }): Promise<EventTable | undefined>;
}

/** A CSV file in UTF-8 with a header, and what is read of its rows. Columns are known by their place. */
export interface TableFile {
  path: string;
  /** Packed by gzip. */
  zipped: boolean;
  delimiter: string;
  columns: readonly string[];
  instance: number;
  step: number;
  at: number;
  time: TimePattern;
  customer?: number | undefined;
  /** Columns that together say all else about an event: `EventTable.alike`. */
  alike: readonly number[];
  /** Columns that are kept with the event as they are. */
  attributes: readonly number[];
  /** Values that stand for nothing. */
  empty: readonly string[];
  journey: JourneyId;
  /** Rows are known by it: `name#0000000001-…`. */
  name: string;
}

/** How all times of a column are written. */
export interface TimePattern {
  /** In the notation of `strptime`, or seconds or milliseconds since 1970. */
  pattern: string | { epoch: 's' | 'ms' };
  /** What each such time looks like: a regular expression, without which `strptime` would take too much. */
  looks: string;
  /** The IANA zone of its clock; absent where the pattern says it. */
  zone?: string | undefined;
}

/** A file that was read. Close it, whatever happens; closing it again does nothing. */
export interface EventTable {
  /** Data rows of the file. */
  readonly rows: number;
  /** The different values of the columns `alike`, as they stand in the file, among rows that are plain; and how many rows have them. */
  readonly alike: readonly { values: readonly string[]; rows: number }[];
  /** All other rows, in the order of the file. `row` counts from 0. */
  readonly others: readonly { row: number; line: number; cells: readonly string[] }[];
  lineOf(row: number): number;
  /** All rows that are like these, in the order of the file. */
  rowsAlike(places: readonly number[]): Promise<{ row: number; alike: number }[]>;
  /** How the instances of plain rows are written in the file. */
  instancesAt(rows: readonly number[]): Promise<string[]>;
  /** The numbers in `TableAppended.instance` of instances by how they are written; once decided. */
  numbersOf(instances: readonly string[]): Promise<Map<string, number>>;
  /**
   * Says what events rows are that are alike, place by place; undefined leaves such rows out. To be called once, before the first `append`. False where the
   * store has one of the instances as one of another journey: then the file has to be read row by row.
   */
  decide(fields: readonly (AlikeFields | undefined)[]): Promise<boolean>;
  /** Stores the plain rows from `first` to `last`, as `EventStore.append` does. */
  append(access: Access, rows: { first: number; last: number }, options: AppendOptions): Promise<TableAppended>;
  close(): Promise<void>;
}

/** What rows that are alike say of their events. */
export interface AlikeFields {
  step: StepId;
  touchpoint: TouchpointId;
  outcome: Outcome;
  reason?: ReasonId | undefined;
  initiative?: Initiative | undefined;
  organisation?: OrganisationId | undefined;
  segment?: SegmentId | undefined;
}

/** What became of some rows: those that `decide` did not leave out, in the order of the file, one place in each list. */
export interface TableAppended {
  accepted: number;
  duplicates: number;
  /** By place in `EventTable.alike`: why the catalogue refuses such rows. They are among those below. */
  refused: ReadonlyMap<number, Pick<AppendRejection, 'field' | 'reason'>>;
  row: Int32Array;
  /** Numbers of the instances of this file, from 0. */
  instance: Int32Array;
  at: Float64Array;
  /** Place in `EventTable.alike`. */
  alike: Int32Array;
  /** 1 where the row is stored already. */
  isDuplicate: Uint8Array;
}
