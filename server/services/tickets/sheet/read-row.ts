import { type LedgerImportAnswer, type ReasonCode, tellReason, type TicketEditRead, type TicketRegistrationRead, type ToldReason } from '#contract';
import { type Complaint, type Locus, missingForEdit, type Ticket } from '#model';
import { columnName, type ReadCell } from '#sheets';
import { changeOf } from '../change-of';
import type { FoundColumn } from './find-columns';
import { type LedgerNames, nameIn } from './ledger-names';
import { readChoice, readDay, readName, readPoints, readText, readYes, type Read, textOf } from './read-cells';

export type CellError = LedgerImportAnswer['rows'][number]['errors'][number];

/** A row as it was read: what it changes, and what is wrong with it, cell by cell. */
export interface ReadRow {
  /** Present where the row is of an existing ticket. */
  edit?: TicketEditRead;
  /** Present where it is of a new one. */
  registration?: TicketRegistrationRead;
  errors: CellError[];
}

export interface RowContext {
  names: LedgerNames;
  columns: ReadonlyMap<number, FoundColumn>;
  is1904: boolean;
  today: string;
}

/** Reads one row. @param ticket the one whose number stands in it */
export function readRow({ row, cells }: { row: number; cells: ReadonlyMap<number, ReadCell> }, ticket: Ticket | undefined, { names, columns, is1904, today }: RowContext): ReadRow {
  const errors: CellError[] = [];
  const at = (key: string): { place: number; header: string; cell: ReadCell | undefined } | undefined => {
    for (const [place, { column, header }] of columns) {
      const cell = cells.get(place);
      if (column.key === key) return { place, header, cell: cell !== undefined && textOf(cell) !== '' ? cell : undefined };
    }
    return undefined;
  };
  const refuse = (key: string, error: ToldReason) => {
    const found = at(key);
    errors.push({ cell: `${columnName(found?.place ?? 1)}${row}`, column: found?.header ?? key, ...error });
  };
  const reason = (key: string, code: ReasonCode, params: Record<string, string | number> = {}) => refuse(key, tellReason(code, { column: at(key)?.header ?? key, ...params }));
  /** What a cell holds; `undefined` where the sheet has no such column, `null` where the cell is empty or wrong. */
  const value = <Value>(key: string, read: (cell: ReadCell, header: string) => Read<Value>): Value | null | undefined => {
    const found = at(key);
    if (!found) return undefined;
    if (found.cell === undefined) return null;
    const result = read(found.cell, found.header);
    if ('value' in result) return result.value;
    refuse(key, result.error);
    return null;
  };

  const title = value('title', (cell) => readText(cell, 200));
  const locus = readLocus();
  const measure = value('measure', (cell) => readChoice(cell, names.measures)) as Ticket['measure'] | null | undefined; // One of `measures`, which are the model's.
  const target = value('target', readPoints);
  const fields: TicketEditRead = {
    owner: value('owner', (cell, header) => readName(cell, names.people, header)),
    department: value('department', (cell, header) => readName(cell, names.departments, header)),
    due: value('due', (cell) => readDay(cell, is1904)),
    // What was exported is rounded; unless somebody changed it, the ticket keeps what it has.
    target: typeof target === 'number' && ticket?.target !== undefined && Math.abs(target - ticket.target) < 1e-7 ? ticket.target : target,
    important: value('important', readYes) ?? undefined,
    description: value('description', (cell) => readText(cell, 10_000)),
    complaint: readComplaint(),
  };
  return ticket ? readEdit(ticket) : readRegistration();

  function readLocus(): Partial<Locus> {
    const journey = value('journey', (cell, header) => readName(cell, names.journeys, header));
    const within = names.journeys.find(({ id }) => id === (journey ?? ticket?.locus.journey));
    const part = <Key extends 'step' | 'touchpoint' | 'kind' | 'reason'>(key: Key, found: Locus[Key] | null | undefined) => ({ [key]: found === undefined ? ticket?.locus[key] : (found ?? undefined) });
    return {
      journey: journey ?? ticket?.locus.journey,
      ...part('step', value('step', (cell, header) => readName(cell, within?.steps ?? [], header))),
      ...part('touchpoint', value('touchpoint', (cell, header) => readName(cell, names.touchpoints, header)) as Locus['touchpoint'] | null | undefined), // Ids of the catalogue.
      ...part('kind', value('kind', (cell) => readChoice(cell, names.kinds)) as Locus['kind'] | null | undefined), // One of `kinds`, which are the model's.
      ...part('reason', value('reason', (cell, header) => readName(cell, names.reasons, header)) as Locus['reason'] | null | undefined), // Ids of the catalogue.
    };
  }

  function readComplaint(): Complaint | null | undefined {
    const reference = value('complaint', (cell) => readText(cell, 100));
    const receivedOn = value('receivedOn', (cell) => readDay(cell, is1904)) ?? (at('receivedOn') ? null : ticket?.complaint?.receivedOn);
    const complex = value('complex', readYes) ?? (at('complex') ? false : ticket?.complaint?.complex);
    if (reference === undefined) return undefined;
    if (reference === null) return ticket?.complaint ? null : undefined;
    if (receivedOn === null || receivedOn === undefined) {
      if (!errors.some(({ column }) => column === at('receivedOn')?.header)) reason('receivedOn', 'cell-required');
      return undefined;
    }
    return { ...(ticket?.complaint?.extension && { extension: ticket.complaint.extension }), reference, receivedOn, complex: complex ?? false };
  }

  function readRegistration(): ReadRow {
    if (!title && !errors.some(({ column }) => column === at('title')?.header)) reason('title', 'cell-required');
    if (!locus.journey && !errors.some(({ column }) => column === at('journey')?.header)) reason('journey', 'cell-required');
    if (errors.length > 0 || !title || !locus.journey) return { errors };
    return { registration: { ...withoutNull(fields), title, locus: { ...locus, journey: locus.journey }, measure: measure ?? 'break-rate' }, errors };
  }

  function readEdit(before: Ticket): ReadRow {
    if (at('title') && title === null && !errors.some(({ column }) => column === at('title')?.header)) reason('title', 'cell-required');
    if (at('journey')?.cell === undefined && at('journey')) reason('journey', 'cell-required');
    const version = at('version')?.cell;
    if (version !== undefined && Number(version) !== before.version) reason('version', 'row-stale', { version: textOf(version), now: before.version });
    const state = nameIn('zh', names.states.find(({ id }) => id === before.state) ?? { name: { zh: before.state } });
    if (measure !== undefined && (measure ?? 'break-rate') !== before.measure) reason('measure', 'cell-fixed', { state });
    if (errors.length > 0) return { errors };
    const edit: TicketEditRead = { ...fields, title: title ?? undefined, locus: { ...locus, journey: locus.journey ?? before.locus.journey } };
    for (const { field, missing } of missingForEdit(before, changeOf(edit, today))) {
      const key = field === 'locus' ? (LOCUS.find((one) => locus[one] !== before.locus[one]) ?? 'journey') : field;
      if (missing.code === 'state') reason(key, 'cell-fixed', { state });
      else reason(key, 'cell-required');
    }
    return { edit, errors };
  }
}

const LOCUS = ['journey', 'step', 'touchpoint', 'kind', 'reason'] as const;

/** An empty cell of a new ticket says nothing. */
const withoutNull = (fields: TicketEditRead): TicketEditRead => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
