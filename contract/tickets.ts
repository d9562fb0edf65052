import {
  complaint,
  day,
  departmentId,
  effectiveDate,
  instanceId,
  journeyId,
  kind,
  locus,
  measure,
  personId,
  ticket,
  ticketId,
  ticketMeasure,
  TICKET_MOVES,
  ticketState,
} from '#model';
import { z } from 'zod';
import { listOf, reading, repeated, urlInt } from './common';
import { endpoint } from './endpoint';
import { level } from './filter';
import { missing } from './missing';

const count = z.int().nonnegative();
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const TICKET_WAITS = ['verify', 'passed', 'failed'] as const;

/** What a list of tickets may ask; all of it must hold. The board, exports and bulk actions ask in the same words. */
export const ticketFilterQuery = z.object({
  /** `open`: any but closed and waived. Without it: any. */
  state: repeated(z.union([ticketState, z.literal('open')])).optional(),
  /** A person, `me`, or `none`. */
  owner: z.union([z.enum(['me', 'none']), personId]).optional(),
  /** A department, or `mine`. */
  department: z.union([z.literal('mine'), departmentId]).optional(),
  journey: journeyId.optional(),
  /** A place of the map, by the id it has on `level`: tickets whose locus concerns it. On the level `journey` together with `journey`. */
  level: level.optional(),
  node: z.string().optional(),
  kind: kind.optional(),
  /** Of open tickets, on the days of the zone: `late`: due before today; `week`: from today to the end of the week (Sunday). */
  due: z.enum(['late', 'week']).optional(),
  /** `verify`: in verification, its test day has come, and the asker is a manager who neither owns nor submitted it; `passed` and `failed`: of these, by what the test says. */
  waiting: z.enum(TICKET_WAITS).optional(),
  recurred: flag.optional(),
  complaint: flag.optional(),
  watcher: z.literal('me').optional(),
  /** In the id and the title. */
  q: z.string().max(100).optional(),
  /** Only these: what somebody has picked out by hand. */
  ids: repeated(ticketId).optional(),
});
export type TicketFilterQuery = z.input<typeof ticketFilterQuery>;
export type TicketFilterRead = z.output<typeof ticketFilterQuery>;

export const TICKET_SORTS = ['urgency', 'due', '-due', 'id', '-id', '-updatedAt', '-registeredAt', 'title', 'state', 'owner', 'department', '-rate'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];
export const TICKET_GROUPS = ['state', 'owner', 'department', 'journey'] as const;
export type TicketGroup = (typeof TICKET_GROUPS)[number];

/** A line of the ledger. */
export const ticketRow = ticket
  .pick({ id: true, version: true, state: true, title: true, locus: true, measure: true, important: true, owner: true, department: true, due: true, target: true, registeredAt: true, updatedAt: true, waiver: true, effective: true, tested: true })
  .extend({
    baseline: ticket.shape.baseline,
    measures: z.object({ done: count, all: count }),
    /** Days past due of an open ticket (0: not late). */
    daysLate: count,
    supervisionLevel: count,
    recurrences: count,
    /** The day its newest recurrence was raised. */
    recurredOn: day.optional(),
    testDay: day.optional(),
    /** Once it was tested: baseline rate − rate after. */
    drop: z.number().optional(),
    /** The last day the law allows for the complaint it is linked to. */
    statutoryDue: day.optional(),
    watching: z.boolean(),
  });
export type TicketRow = z.infer<typeof ticketRow>;

/** Over all tickets the asker may see, whatever the filter. */
export const ticketCounts = z.object({
  open: count,
  mine: count,
  department: count,
  late: count,
  week: count,
  verify: count,
  /** Of `verify`: those to close, and those to send back. */
  passed: count,
  failed: count,
  unowned: count,
  recurred: count,
  waived: count,
  byState: z.record(ticketState, count),
});
export type TicketCounts = z.infer<typeof ticketCounts>;

export const getTickets = endpoint({
  method: 'GET',
  path: '/tickets',
  summary: 'The ledger. By `urgency`: late first, then by due day; with `group`, group by group.',
  query: ticketFilterQuery.extend({
    sort: z.enum(TICKET_SORTS).optional(),
    group: z.enum(TICKET_GROUPS).optional(),
    limit: urlInt(1, 500).optional(),
    cursor: z.string().optional(),
    /** Instead of a cursor: how many rows of the list to leave out, for who looks somewhere in the middle of it. */
    offset: urlInt(0, 10_000_000).optional(),
  }),
  output: listOf(ticketRow).extend({
    counts: ticketCounts,
    /** With `group`: the groups of the whole list in its order; without a key: tickets that have none. */
    groups: z.array(z.object({ key: z.string().optional(), count })).optional(),
  }),
});

/** A ticket as it is told, with what the asker may do next and what each move still needs. */
export const ticketTold = ticket.extend({
  moves: z.array(z.object({ move: z.enum(TICKET_MOVES), allowed: z.boolean(), missing: z.array(missing) })),
  daysLate: count,
  statutoryDue: day.optional(),
  audit: z.object({ entries: count, tail: z.string().optional(), intact: z.boolean() }),
  comments: count,
  attachments: count,
});
export type TicketTold = z.infer<typeof ticketTold>;
export const ticketAnswer = reading.extend({ ticket: ticketTold });
export type TicketAnswer = z.infer<typeof ticketAnswer>;

export const getTicket = endpoint({ method: 'GET', path: '/tickets/:id', summary: 'One ticket.', params: z.object({ id: ticketId }), output: ticketAnswer });

/** What may be set when a ticket is registered or edited; `null` takes away. */
const editable = z.object({
  title: z.string().min(1).max(200),
  description: z.string().max(10_000).nullable(),
  important: z.boolean(),
  owner: personId.nullable(),
  department: departmentId.nullable(),
  due: day.nullable(),
  target: z.number().positive().max(1).nullable(),
  measures: z.array(ticketMeasure).max(200),
  effective: z.array(effectiveDate).max(50),
  complaint: complaint.nullable(),
  watchers: z.array(personId).max(200),
  instances: z.array(instanceId).max(200),
});

/** What registers a ticket. */
export const ticketRegistration = editable.partial().extend({ title: editable.shape.title, locus, measure: measure.default('break-rate') });
export type TicketRegistration = z.input<typeof ticketRegistration>;
export type TicketRegistrationRead = z.output<typeof ticketRegistration>;
/** What edits a ticket. */
export const ticketEdit = editable.partial().extend({ locus: locus.optional() });
export type TicketEdit = z.input<typeof ticketEdit>;
export type TicketEditRead = z.output<typeof ticketEdit>;

export const postTicket = endpoint({
  method: 'POST',
  path: '/tickets',
  summary: '登记: registers a ticket; the server attaches the baseline of its locus.',
  body: ticketRegistration,
  status: 201,
  output: ticketAnswer,
  errors: ['idempotency-mismatch'],
  idempotent: true,
});

export const patchTicket = endpoint({
  method: 'PATCH',
  path: '/tickets/:id',
  summary: 'Changes fields of a ticket; what is absent stays, `null` takes away. Needs If-Match. The locus may change until it is assigned.',
  params: z.object({ id: ticketId }),
  body: ticketEdit,
  output: ticketAnswer,
  errors: ['version-required', 'version-stale', 'move-refused', 'idempotency-mismatch'],
  idempotent: true,
});

const why = z.string().trim().min(1).max(1_000);

export const ticketMoveBody = z.discriminatedUnion('move', [
  /** What is absent here must stand in the ticket already. */
  z.object({ move: z.literal('assign'), owner: personId.optional(), department: departmentId.optional(), due: day.optional(), target: z.number().positive().max(1).optional() }),
  z.object({ move: z.literal('start') }),
  z.object({ move: z.literal('submit'), effective: z.array(effectiveDate).max(50).optional() }),
  z.object({ move: z.literal('close') }),
  z.object({ move: z.literal('return'), reason: why }),
  z.object({ move: z.literal('waive'), reason: why }),
  /** The system's alone; always refused here. */
  z.object({ move: z.literal('recur') }),
]);
export type TicketMoveBody = z.input<typeof ticketMoveBody>;
export type TicketMoveRead = z.output<typeof ticketMoveBody>;

export const postTicketMove = endpoint({
  method: 'POST',
  path: '/tickets/:id/moves',
  summary: 'Moves a ticket on. Needs If-Match; what a refused move still needs is in `errors`.',
  params: z.object({ id: ticketId }),
  body: ticketMoveBody,
  output: ticketAnswer,
  errors: ['version-required', 'version-stale', 'move-refused', 'idempotency-mismatch'],
  idempotent: true,
});

export const postReminder = endpoint({
  method: 'POST',
  path: '/tickets/:id/reminders',
  summary: '督办: a manager reminds the owner; it stands in the time line.',
  params: z.object({ id: ticketId }),
  body: z.object({ note: z.string().max(500).optional() }),
  output: ticketAnswer,
  errors: ['forbidden', 'move-refused', 'idempotency-mismatch'],
  idempotent: true,
});

/** Acts on exactly the tickets of a filter. */
export const bulkBody = z.object({
  filter: ticketFilterQuery,
  /** How many the asker saw; refused with the number there are now when it is another. */
  expected: count,
  set: z
    .object({ owner: personId.nullable(), department: departmentId.nullable(), due: day.nullable() })
    .partial()
    .refine((set) => Object.keys(set).length > 0, 'nothing to set'),
});
export type BulkBody = z.input<typeof bulkBody>;
export const bulkAnswer = reading.extend({
  /** Undoes it, as long as a ticket has not changed since. */
  id: z.string(),
  changed: count,
  /** Tickets it could not change, such as ended ones. */
  refused: z.array(z.object({ id: ticketId, missing: z.array(missing) })),
});
export type BulkAnswer = z.infer<typeof bulkAnswer>;

export const postBulk = endpoint({
  method: 'POST',
  path: '/tickets/bulk',
  summary: 'Sets owner, department or due day of exactly the tickets of a filter.',
  body: bulkBody,
  output: bulkAnswer,
  errors: ['count-changed', 'idempotency-mismatch'],
  idempotent: true,
});

export const postBulkUndo = endpoint({
  method: 'POST',
  path: '/tickets/bulk/:id/undo',
  summary: 'Puts back what a bulk action set, except on tickets that changed since; those are told.',
  params: z.object({ id: z.string() }),
  output: bulkAnswer,
  errors: ['forbidden', 'idempotency-mismatch'],
  idempotent: true,
});
