import type { RejectedRow } from '#contract';

/** One row of a log, whatever its format: what its columns (CSV) or attributes (XES) say. */
export interface LogRow {
  /** From 1. */
  line: number;
  /** The value of a column or attribute, or undefined where it has none. */
  get(column: string): string | undefined;
  /** All columns or attributes of the event itself that have a value. */
  entries(): Iterable<[string, string]>;
}

/** What is in a log where a row should be, and why it is none. */
export type BadRow = RejectedRow;

export type ReadRow = LogRow | BadRow;

export const isBad = (row: ReadRow): row is BadRow => 'pointer' in row;
