import type { Day } from '#model';

/** What stands in a cell to be written. A text is never a formula, whatever it begins with. */
export type CellToWrite = string | number | { day: Day } | { stamp: string } | undefined;

/** A column of a sheet to be written. */
export interface SheetColumn {
  header: string;
  /** In characters. */
  width: number;
  /** Shown where the pointer rests on the header. */
  note?: string | undefined;
  /** What may stand in it, offered as a list; other values are let in, for whoever reads the file says what is wrong with them. */
  choices?: readonly string[] | undefined;
  holds?: 'text' | 'number' | 'percent' | 'day' | 'stamp' | undefined;
}

export interface SheetToWrite {
  name: string;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<readonly CellToWrite[]> | Iterable<readonly CellToWrite[]>;
  /** A second sheet of names and values: what the rows are of. */
  about?: { name: string; lines: readonly (readonly [name: string, value: string])[] } | undefined;
}

/** What was read from a cell: dates are numbers in a workbook. */
export type ReadCell = string | number | boolean;
/** Row by row, both counted from 1; rows and cells without anything are absent. */
export interface ReadSheet {
  rows: { row: number; cells: ReadonlyMap<number, ReadCell> }[];
  /** Whether days are counted from 1904, as old Macs did. */
  is1904: boolean;
}

/** @example columnName(28) // 'AB' */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

/** @example columnNumber('AB7') // 28 */
export const columnNumber = (reference: string): number => [...(/^[A-Z]+/.exec(reference)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
