import { level, repeated, TICKET_GROUPS, TICKET_SORTS, TICKET_WAITS } from '#contract';
import { departmentId, journeyId, kind, personId, ticketState } from '#model';
import { z } from 'zod';

/** A value somebody has mistyped in the address is no value. */
const value = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const schema = z.object({
  /** Open ones unless told; `any` for all. */
  state: value(repeated(z.union([ticketState, z.enum(['open', 'any'])]))),
  owner: value(z.union([z.enum(['me', 'none']), personId])),
  department: value(z.union([z.literal('mine'), departmentId])),
  journey: value(journeyId),
  /** A place of the map, by the id it has on `level`; on the level `journey` together with `journey`. */
  level: value(level),
  node: value(z.string().min(1)),
  kind: value(kind),
  due: value(z.enum(['late', 'week'])),
  waiting: value(z.enum(TICKET_WAITS)),
  recurred: value(z.enum(['true'])),
  complaint: value(z.enum(['true'])),
  watcher: value(z.enum(['me'])),
  q: value(z.string().min(1).max(100)),
  sort: value(z.enum(TICKET_SORTS)),
  group: value(z.enum(TICKET_GROUPS)),
  view: value(z.enum(['board'])),
});

/** All that the address of the ledger carries: sent to a colleague, it lists the same. */
export type LedgerSearch = z.output<typeof schema>;

/** Reads the address of the ledger; anything in it that is not understood is left out. */
export const ledgerSearch = (search: Record<string, unknown>): LedgerSearch => schema.parse(search);
