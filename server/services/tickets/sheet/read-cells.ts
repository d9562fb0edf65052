import { type ReasonCode, tellReason, type ToldReason } from '#contract';
import { type Day, dayNumber, dayOfNumber } from '#model';
import type { ReadCell } from '#sheets';
import { type Named, NO, YES } from './ledger-names';

/** What a cell holds, or what is wrong with it. */
export type Read<Value> = { value: Value } | { error: ToldReason };

const wrong = (code: ReasonCode, params: Record<string, string | number>): { error: ToldReason } => ({ error: tellReason(code, params) });

export const textOf = (cell: ReadCell): string => (typeof cell === 'boolean' ? (cell ? YES.name.zh : NO.name.zh) : String(cell)).trim();

export function readText(cell: ReadCell, limit: number): Read<string> {
  const value = textOf(cell);
  return value.length > limit ? wrong('cell-too-long', { limit }) : { value };
}

/** The id of what is meant, by its id or by its name in either language. @param column what such a thing is called */
export function readName<Id extends string>(cell: ReadCell, all: readonly (Named & { id: Id })[], column: string): Read<Id> {
  const value = textOf(cell);
  const exact = all.find(({ id }) => id === value);
  if (exact) return { value: exact.id };
  const lower = value.toLowerCase();
  const ids = [...new Set(all.flatMap(({ id, name }) => ([name.zh, name.en].some((one) => one?.toLowerCase() === lower) ? [id] : [])))];
  const [id, other] = ids;
  if (id === undefined) return wrong('cell-unknown', { value, column });
  return other === undefined ? { value: id } : wrong('cell-ambiguous', { value, options: ids.join(', ') });
}

/** One of a few fixed values, by name or id. */
export function readChoice(cell: ReadCell, all: readonly Named[]): Read<string> {
  const read = readName(cell, all, '');
  return 'value' in read ? read : wrong('cell-no-choice', { value: textOf(cell), options: all.map(({ name }) => name.zh).join(', ') });
}

export function readYes(cell: ReadCell): Read<boolean> {
  const text = textOf(cell).toLowerCase();
  if (['1', 'true', 'y', '√', '✓'].includes(text)) return { value: true };
  if (['0', 'false', 'n'].includes(text)) return { value: false };
  const read = readChoice(cell, [YES, NO]);
  return 'value' in read ? { value: read.value === YES.id } : read;
}

/** Points as a proportion. */
export function readPoints(cell: ReadCell): Read<number> {
  const text = textOf(cell).replace(/\s*(%|％|个百分点)$/, '');
  const points = /^\d+(\.\d+)?(e-?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return points > 0 && points <= 100 ? { value: points / 100 } : wrong('cell-no-number', { value: textOf(cell), least: 0, most: 100 });
}

/** 1970-01-01 as workbooks count days: from 1899-12-30, or from 1904-01-01. */
const EPOCH = 25_569;
const EPOCH_1904 = 24_107;
/** 9999-12-31. */
const LAST = 2_958_465;

/** A date of the workbook, or one written as text in the usual ways. */
export function readDay(cell: ReadCell, is1904: boolean): Read<Day> {
  const bad = wrong('cell-no-date', { value: textOf(cell) });
  if (typeof cell === 'number') return cell >= 1 && cell <= LAST ? { value: dayOfNumber(Math.floor(cell) - (is1904 ? EPOCH_1904 : EPOCH)) } : bad;
  const [, year = '', month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T.*)?$/.exec(textOf(cell)) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  try {
    return dayNumber(day) > 0 ? { value: day } : bad;
  } catch {
    return bad;
  }
}
