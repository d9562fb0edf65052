import type { TicketRow, TicketTold } from '#contract';
import { type Day, daysLate, isIntact, type PersonId, statutoryDue, supervisionLevel, type Ticket, zoneOf } from '#model';
import { type LedgerStore, systemAccess } from '../../ports';
import type { Core } from '../core';
import { type Asker, type TicketService } from './ticket-service';

const access = systemAccess('audit');

/** A line of the ledger. */
export function rowTold(ticket: Ticket, { me, today, dayOf }: { me: PersonId; today: Day; dayOf: (at: string) => Day }): TicketRow {
  const { id, version, state, title, locus, measure, important, owner, department, due, target, registeredAt, updatedAt, waiver, effective, baseline, plan, evidence, complaint } = ticket;
  const last = ticket.recurrences.at(-1);
  return {
    id, version, state, title, locus, measure, important, owner, department, due, target, registeredAt, updatedAt, waiver, effective, baseline,
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
  const [moves, audit, comments, attachments] = await Promise.all([
    tickets.moves(ticket, { person, now }),
    auditOf(ledger, ticket.id),
    ledger.comments(access, ticket.id, { offset: 0, limit: 1 }),
    ledger.attachments(access, ticket.id),
  ]);
  return {
    ...ticket,
    moves,
    daysLate: daysLate(ticket, zoneOf(config.zone).dayOf(now)),
    statutoryDue: ticket.complaint && statutoryDue(ticket.complaint),
    audit,
    comments: comments.total,
    attachments: attachments.length,
  };
}

const PAGE = 500;

/** How many entries a ticket's audit has, its newest hash, and whether each still has the hash it was given. */
async function auditOf(ledger: LedgerStore, id: string): Promise<TicketTold['audit']> {
  let intact = true;
  let tail: string | undefined;
  let entries = 0;
  for (let offset = 0; offset === 0 || offset < entries; offset += PAGE) {
    const page = await ledger.audit(access, { kind: 'ticket', id }, { offset, limit: PAGE });
    entries = page.total;
    tail ??= page.items[0]?.hash;
    for (const entry of page.items) intact &&= await isIntact(entry);
  }
  return { entries, tail, intact };
}
