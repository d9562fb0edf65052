import { type Instant, instantOf, type Stamp, type Ticket, zoneOf } from '#model';
import { writeWorkbook } from '#sheets';
import { everybody, everyDepartment } from '../../acting';
import type { Core } from '../../core';
import { type ColumnContext, LEDGER_COLUMNS, sheetColumns } from './ledger-columns';
import { type LedgerNames, ledgerNames, type SheetLanguage } from './ledger-names';

export async function readNames({ ports: { desk }, catalogue }: Core): Promise<LedgerNames> {
  const [{ catalogue: known }, people, departments] = await Promise.all([catalogue.current(), everybody(desk), everyDepartment(desk)]);
  return ledgerNames(known, people, departments);
}

/** Tickets as a workbook, with what may be filled in and what is only told. */
export async function writeLedger(core: Core, tickets: AsyncIterable<Ticket>, language: SheetLanguage, now: Instant): Promise<ReadableStream<Uint8Array>> {
  const names = await readNames(core);
  const zone = zoneOf(core.ports.config.zone);
  const clockTime = new Intl.DateTimeFormat('en-GB', { timeZone: zone.id, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });
  const localTime = (at: Stamp): string => `${zone.dayOf(instantOf(at))}T${clockTime.format(instantOf(at))}`;
  const context: ColumnContext = { names, language, today: zone.dayOf(now), localTime };
  async function* rows() {
    for await (const ticket of tickets) yield LEDGER_COLUMNS.map(({ cell }) => cell(ticket, context));
  }
  return writeWorkbook({ name: sheetName(language), columns: sheetColumns(LEDGER_COLUMNS, names, language, false), rows: rows() });
}

/** An empty ledger to fill in: with notes, and with lists of what may stand in each column. */
export async function writeTemplate(core: Core, language: SheetLanguage): Promise<ReadableStream<Uint8Array>> {
  const names = await readNames(core);
  const columns = LEDGER_COLUMNS.filter(({ isRead, key }) => isRead && key !== 'version');
  return writeWorkbook({ name: sheetName(language), columns: sheetColumns(columns, names, language, true), rows: [] });
}

const sheetName = (language: SheetLanguage): string => (language === 'en' ? 'Ledger' : '整改台账');
