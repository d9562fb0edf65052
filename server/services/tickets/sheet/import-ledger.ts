import { ledgerImportAnswer, tellReason } from '#contract';
import { ticketId, type TicketId, zoneOf } from '#model';
import type { z } from 'zod';
import type { Remember } from '../../../http/once';
import { ProblemError } from '../../../http/problem-error';
import { UnreadableFile } from '../../../ingest/unreadable-file';
import { columnName, type ReadCell } from '#sheets';
import { readWorkbook } from '../../../sheets/read-workbook';
import type { Core } from '../../core';
import { pause } from '../../pause';
import type { Asker, TicketService, TicketWrite } from '../ticket-service';
import { findColumns } from './find-columns';
import { textOf } from './read-cells';
import { type ReadRow, readRow, type RowContext } from './read-row';
import { readNames } from './write-ledger';

/** What came of an import. */
export const importResult = ledgerImportAnswer.omit({ asOf: true, revision: true, zone: true });
type ImportResult = z.output<typeof importResult>;
type Told = ImportResult['rows'][number];

/** A row as it is told, and what it writes: for a new ticket once it has its number. */
interface Taken {
  told: Told;
  write?: TicketWrite | ((number: number) => Promise<TicketWrite>);
}

const MAX_ROWS = 5_000;
/** Rows that are read before others get their turn. */
const A_TURN = 50;
/** How often all is read again when a ticket changes, or a number is taken, in between. */
const ATTEMPTS = 5;

/** Reads a ledger sheet row by row; unless it is dry, takes the good ones, all in one write. Throws `UnreadableFile` for what is no ledger. */
export async function importLedger(core: Core, tickets: TicketService, asker: Asker, { file, dry }: { file: Uint8Array; dry: boolean }, remember: Remember): Promise<ImportResult> {
  const sheet = readWorkbook(file);
  const { columns, rows } = findColumns(sheet);
  if (rows.length > MAX_ROWS) throw new UnreadableFile('sheet-too-long', { rows: rows.length, limit: MAX_ROWS });
  const context = { names: await readNames(core), columns, is1904: sheet.is1904, today: zoneOf(core.ports.config.zone).dayOf(asker.now) };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const seen = new Map<TicketId, number>();
    const taken: Taken[] = [];
    for (const row of rows) {
      if (taken.length % A_TURN === A_TURN - 1) await pause(0);
      taken.push(await takeRow(core, tickets, asker, row, context, seen));
    }
    const { result, writes } = await resultOf(core, asker, taken, dry);
    if (writes.length === 0) return result;
    const change = { tickets: writes.map(({ next, from }) => ({ next, expected: from?.version, from })), audit: writes.map(({ audit }) => audit), remember: remember(result) };
    const written = await core.ledger.write(asker.access, change);
    if (written.kind === 'stored') return result;
    // `once` answers what was remembered meanwhile.
    if (written.kind === 'repeated') break;
  }
  throw new ProblemError('unavailable', 'The tickets keep changing. Please try again.');
}

/** Reads one row. @param seen the tickets of the rows before, with their rows */
async function takeRow(
  core: Core,
  tickets: TicketService,
  asker: Asker,
  one: { row: number; cells: ReadonlyMap<number, ReadCell> },
  context: RowContext,
  seen: Map<TicketId, number>,
): Promise<Taken> {
  const { row, cells } = one;
  const { columns } = context;
  const idPlace = [...columns].find(([, { column }]) => column.key === 'id')?.[0];
  const idCell = idPlace === undefined ? undefined : cells.get(idPlace);
  const id = idCell === undefined || textOf(idCell) === '' ? undefined : ticketId.parse(textOf(idCell).slice(0, 200));
  const rejected = (code: 'cell-unknown' | 'row-twice', params: Record<string, string | number>): Taken => {
    const column = columns.get(idPlace ?? 1)?.header ?? '';
    return { told: { row, does: 'rejected', id, errors: [{ cell: `${columnName(idPlace ?? 1)}${row}`, column, ...tellReason(code, { ...params, column }) }] } };
  };
  const ticket = id === undefined ? undefined : await core.ports.ledger.ticket(asker.access, id);
  if (id !== undefined && !ticket) return rejected('cell-unknown', { value: id });
  const before = id === undefined ? undefined : seen.get(id);
  if (id !== undefined && before !== undefined) return rejected('row-twice', { value: id, row: before });
  if (id !== undefined) seen.set(id, row);
  const read = readRow(one, ticket, context);
  const title = read.registration?.title ?? read.edit?.title ?? ticket?.title;
  const told = { row, id, title, errors: [] };
  if (read.errors.length > 0) return { told: { ...told, does: 'rejected', errors: read.errors } };
  try {
    if (ticket && read.edit) {
      const write = await tickets.edited(asker, ticket, read.edit);
      return write ? { told: { ...told, does: 'edit' }, write } : { told: { ...told, does: 'same' } };
    }
    return { told: { ...told, does: 'register' }, ...(read.registration && { write: await tickets.drafted(asker, read.registration) }) };
  } catch (error) {
    return { told: { ...told, does: 'rejected', errors: [refusal(error, row)] } };
  }
}

/** What is told of all rows, and what they write; new tickets get the next numbers. */
async function resultOf({ ports }: Core, { access }: Asker, taken: readonly Taken[], dry: boolean): Promise<{ result: ImportResult; writes: TicketWrite[] }> {
  const writes: TicketWrite[] = [];
  const rows: Told[] = [];
  let number = dry ? 0 : await ports.ledger.nextTicketNumber(access);
  for (const { told, write } of taken) {
    const made = dry || !write ? undefined : typeof write === 'function' ? await write(number++) : write;
    if (made) writes.push(made);
    rows.push(made ? { ...told, id: made.next.id } : told);
  }
  const count = (does: Told['does']) => rows.filter((one) => one.does === does).length;
  return { result: { dry, registered: count('register'), edited: count('edit'), same: count('same'), rejected: count('rejected'), rows }, writes };
}

/** What stood against a row that was good when it was read. Rethrows what is no refusal. */
function refusal(error: unknown, row: number): ReadRow['errors'][number] {
  if (!(error instanceof ProblemError)) throw error;
  const [first] = error.more.errors ?? [];
  return { cell: `A${row}`, column: '', reason: first?.reason ?? error.detail, code: first?.code, params: first?.params };
}
