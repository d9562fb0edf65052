import { type LedgerImportAnswer, tellReason } from '#contract';
import { changedFields, ticketId, type TicketId, zoneOf } from '#model';
import { ProblemError } from '../../../http/problem-error';
import { UnreadableFile } from '../../../ingest/unreadable-file';
import { columnName, type ReadCell } from '#sheets';
import { readWorkbook } from '../../../sheets/read-workbook';
import type { Core } from '../../core';
import { changeOf } from '../change-of';
import { type Asker, StaleTicket, type TicketService } from '../ticket-service';
import { findColumns } from './find-columns';
import { textOf } from './read-cells';
import { type ReadRow, readRow } from './read-row';
import { readNames } from './write-ledger';

type Told = LedgerImportAnswer['rows'][number];

const MAX_ROWS = 5_000;

/** Reads a ledger sheet row by row; unless it is dry, takes the good ones. Throws `UnreadableFile` for what is no ledger. */
export async function importLedger(core: Core, tickets: TicketService, asker: Asker, file: Uint8Array, dry: boolean): Promise<Omit<LedgerImportAnswer, 'asOf' | 'revision' | 'zone'>> {
  const sheet = readWorkbook(file);
  const { columns, rows } = findColumns(sheet);
  if (rows.length > MAX_ROWS) throw new UnreadableFile('sheet-too-long', { rows: rows.length, limit: MAX_ROWS });
  const context = { names: await readNames(core), columns, is1904: sheet.is1904, today: zoneOf(core.ports.config.zone).dayOf(asker.now) };
  const idPlace = [...columns].find(([, { column }]) => column.key === 'id')?.[0];
  const seen = new Map<TicketId, number>();

  const take = async (one: { row: number; cells: ReadonlyMap<number, ReadCell> }): Promise<Told> => {
    const { row } = one;
    const idCell = idPlace === undefined ? undefined : one.cells.get(idPlace);
    const id = idCell === undefined || textOf(idCell) === '' ? undefined : ticketId.parse(textOf(idCell).slice(0, 200));
    const rejected = (code: 'cell-unknown' | 'row-twice', params: Record<string, string | number>): Told => {
      const column = columns.get(idPlace ?? 1)?.header ?? '';
      return { row, does: 'rejected', id, errors: [{ cell: `${columnName(idPlace ?? 1)}${row}`, column, ...tellReason(code, { ...params, column }) }] };
    };
    const ticket = id === undefined ? undefined : await core.ports.ledger.ticket(asker.access, id);
    if (id !== undefined && !ticket) return rejected('cell-unknown', { value: id });
    const before = id === undefined ? undefined : seen.get(id);
    if (id !== undefined && before !== undefined) return rejected('row-twice', { value: id, row: before });
    if (id !== undefined) seen.set(id, row);
    const read = readRow(one, ticket, context);
    const title = read.registration?.title ?? read.edit?.title ?? ticket?.title;
    if (read.errors.length > 0) return { row, does: 'rejected', id, title, errors: read.errors };
    try {
      if (ticket && read.edit) {
        if (changedFields(ticket, changeOf(read.edit, context.today)).length === 0) return { row, does: 'same', id, title, errors: [] };
        if (!dry) await tickets.edit(asker, ticket.id, ticket.version, read.edit, () => undefined);
        return { row, does: 'edit', id, title, errors: [] };
      }
      const registered = dry || !read.registration ? undefined : await tickets.register(asker, read.registration, () => undefined);
      return { row, does: 'register', id: registered?.id, title, errors: [] };
    } catch (error) {
      return { row, does: 'rejected', id, title, errors: [refusal(error, row)] };
    }
  };

  const told: Told[] = [];
  for (const row of rows) told.push(await take(row));
  const count = (does: Told['does']) => told.filter((one) => one.does === does).length;
  return { dry, registered: count('register'), edited: count('edit'), same: count('same'), rejected: count('rejected'), rows: told };
}

/** What stood against a row that was good when it was read. Rethrows what is no refusal. */
function refusal(error: unknown, row: number): ReadRow['errors'][number] {
  const cell = `A${row}`;
  if (error instanceof StaleTicket) return { cell, column: '', ...tellReason('row-stale', { version: error.current.version - 1, now: error.current.version }) };
  if (!(error instanceof ProblemError)) throw error;
  const [first] = error.more.errors ?? [];
  return { cell, column: '', reason: first?.reason ?? error.detail, code: first?.code, params: first?.params };
}
