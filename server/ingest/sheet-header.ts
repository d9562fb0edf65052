import { knownColumns } from './propose-mapping';
import type { SheetRow } from './read-xlsx';

/** Rows in which a header may stand below a title and remarks. */
const HEADER_WITHIN = 20;
/** A row is as wide as the table from this share of the widest on. */
const WIDE = 0.7;
/** Narrower than this is a title or a remark, wider may be a part of a header. */
const GROUP = 2;

const filled = ({ cells }: SheetRow): number => cells.filter((cell) => cell.trim() !== '').length;
/** A date, however written, is never the name of a column. */
const hasDate = ({ cells }: SheetRow): boolean => cells.some((cell) => /\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}/.test(cell));

/**
 * The header of a sheet: the first row that is nearly as wide as the table. A header of several rows, whose cells are merged across and down, has in
 * each column the lowest name there is.
 *
 * @returns the columns, and where the rows below begin
 */
export function findHeader(beginning: readonly SheetRow[]): { columns: string[]; below: number } {
  const top = beginning.slice(0, HEADER_WITHIN);
  const width = Math.max(0, ...top.map(filled));
  const wide = top.findIndex((row) => filled(row) >= WIDE * width);
  if (wide < 0) return { columns: [], below: 0 };
  // Merged cells leave the rows of a header half empty: then the first wide row is data already, and the header is all above it.
  const [first, above] = [top[wide], top[wide - 1]];
  const isData = first !== undefined && above !== undefined && hasDate(first) && filled(above) >= GROUP;
  const below = isData ? wide : wide + 1;
  const names: string[] = Array.from({ length: Math.max(...top.slice(0, wide + 1).map(({ cells }) => cells.length)) }, () => '');
  for (const row of top.slice(0, below).toReversed()) {
    if (filled(row) < GROUP || hasDate(row)) break;
    row.cells.forEach((cell, column) => {
      names[column] ||= cell.trim();
    });
  }
  return { columns: names.map((name, index) => name || `column ${index + 1}`), below };
}

/** How much the beginning of a sheet is like a log: columns known by name count most, then rows with times, then width. */
export function sheetLikeness(beginning: readonly SheetRow[]): number {
  const { columns, below } = findHeader(beginning);
  const rows = beginning.slice(below, below + 50);
  if (columns.length < 3 || rows.length === 0) return 0;
  const dated = rows.filter(hasDate).length / rows.length;
  return 10 * knownColumns(columns) + 10 * dated + Math.min(columns.length, 10) / 10 + Math.min(rows.length, 50) / 50;
}
