import type { RejectedRow } from '#contract';

/** One row of a log, whatever its format: what its columns (CSV, sheets), attributes (XES) or members (NDJSON) say. */
export interface LogRow {
  /** From 1. */
  line: number;
  /** The value of a column or attribute, or undefined where it has none. */
  get(column: string): string | undefined;
  /** All columns or attributes of the event itself that have a value. */
  entries(): Iterable<[string, string]>;
  /** Columns beyond those, such as what an event has of its trace. */
  more?(): Iterable<[string, string]>;
}

/** What is in a log where a row should be, and why it is none. */
export type BadRow = RejectedRow;

export type ReadRow = LogRow | BadRow;

export const isBad = (row: ReadRow): row is BadRow => 'pointer' in row;

/** A row of cells below a header. */
export class CellRow implements LogRow {
  constructor(
    readonly line: number,
    readonly cells: readonly string[],
    readonly columns: readonly string[],
    readonly places: ReadonlyMap<string, number>,
  ) {}

  get(column: string): string | undefined {
    const place = this.places.get(column);
    return place === undefined ? undefined : this.cells[place];
  }

  *entries(): Generator<[string, string]> {
    for (const [index, column] of this.columns.entries()) yield [column, this.cells[index] ?? ''];
  }
}

/** A row of named values. */
export class AttributeRow implements LogRow {
  constructor(
    readonly line: number,
    readonly attributes: ReadonlyMap<string, string>,
  ) {}

  get(column: string): string | undefined {
    return this.attributes.get(column);
  }

  entries(): Iterable<[string, string]> {
    return this.attributes.entries();
  }
}
