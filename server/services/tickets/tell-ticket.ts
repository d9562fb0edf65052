import type { TicketRow, TicketTold } from '#contract';
import { type Day, daysLate, type PersonId, statutoryDue, supervisionLevel, type Ticket, zoneOf } from '#model';
import { systemAccess } from '../../ports';
import type { Core } from '../core';
import { type Asker, type TicketService } from './ticket-service';

const access = systemAccess('audit');

/** A line of the ledger. */
export function rowTold(ticket: Ticket, { me, today, dayOf }: { me: PersonId; today: Day; dayOf: (at: string) => Day }): TicketRow {
  const { id, version, state, title, locus, measure, important, owner, department, due, target, registeredAt, updatedAt, waiver, effective, tested, baseline, plan, evidence, complaint } = ticket;
  const last = ticket.recurrences.at(-1);
  return {
    id, version, state, title, locus, measure, important, owner, department, due, target, registeredAt, updatedAt, waiver, effective, tested, baseline,
    measures: { done: ticket.measures.filter((one) => one.state === 'done').length, all: ticket.measures.filter((one) => one.state !== 'dropped').length },
    daysLate: daysLate(ticket, today),
    supervisionLevel: supervisionLevel(ticket),
    recurrences: ticket.recurrences.length,
    recurredOn: last && dayOf(last.at),
    testDay: plan && !plan.tooLong ? plan.testDay : undefined,
    drop: state === 'closed' ? evidence?.verdict.drop : undefined,
    statutoryDue: complaint && statutoryDue(complaint),
    watching: ticket.watchers.includes(me),
  };
}

/** A ticket with what whoever asks may do next, and what hangs on it. */
export async function ticketTold({ ports: { ledger, config } }: Core, tickets: TicketService, ticket: Ticket, { person, now }: Pick<Asker, 'person' | 'now'>): Promise<TicketTold> {
  const [moves, beside] = await Promise.all([tickets.moves(ticket, { person, now }), ledger.besideTicket(access, ticket.id)]);
  return {
    ...ticket,
    moves,
    daysLate: daysLate(ticket, zoneOf(config.zone).dayOf(now)),
    statutoryDue: ticket.complaint && statutoryDue(ticket.complaint),
    ...beside,
  };
}
