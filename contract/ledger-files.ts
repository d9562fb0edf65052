import { z } from 'zod';
import { reading } from './common';
import { endpoint } from './endpoint';
import { toldReason } from './reasons';
import { ticketFilterQuery } from './tickets';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const language = z.enum(['zh', 'en']).optional();

export const getLedgerFile = endpoint({
  method: 'GET',
  path: '/tickets.xlsx',
  summary: 'The tickets of a filter, all of them, as an Excel workbook.',
  query: ticketFilterQuery.extend({ language }),
  answers: XLSX,
});
export const getLedgerTemplate = endpoint({
  method: 'GET',
  path: '/tickets-template.xlsx',
  summary: 'An empty ledger to fill in, with what may stand in each column.',
  query: z.object({ language }),
  answers: XLSX,
});

/** One row of a sheet and what it would do, or what is wrong with it, cell by cell. */
export const ledgerRowTold = z.object({
  row: z.int().positive(),
  /** `same`: nothing in it differs from the ticket. */
  does: z.enum(['register', 'edit', 'same', 'rejected']),
  id: z.string().optional(),
  title: z.string().optional(),
  /** `cell`: such as `D7`. */
  errors: z.array(z.object({ cell: z.string(), column: z.string(), ...toldReason.shape })),
});
export const ledgerImportAnswer = reading.extend({
  dry: z.boolean(),
  registered: z.int().nonnegative(),
  edited: z.int().nonnegative(),
  same: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  rows: z.array(ledgerRowTold),
});
export type LedgerImportAnswer = z.infer<typeof ledgerImportAnswer>;

export const postLedgerFile = endpoint({
  method: 'POST',
  path: '/tickets.xlsx',
  summary: 'Reads a ledger sheet: with `dry=true` only says what would happen, with errors for each cell; otherwise takes the good rows, all at once.',
  query: z.object({ dry: z.enum(['true', 'false']).optional() }),
  accepts: [XLSX, 'application/octet-stream'],
  output: ledgerImportAnswer,
  errors: ['too-large', 'unprocessable-file', 'idempotency-mismatch'],
  idempotent: true,
});
