import { getEvidence, getTicket, getTickets, patchTicket, postBulk, postBulkUndo, postReminder, postTicket, postTicketMove } from '#contract';
import { missingForTicket, stampOf, type Ticket, ticket as ticketSchema, zoneOf } from '#model';
import type { Binder } from '../http/bind';
import { requiredVersion, versionTag } from '../http/if-match';
import { once } from '../http/once';
import { ProblemError } from '../http/problem-error';
import { nextCursor, offsetOf } from '../services/cursor';
import type { Services } from '../services/services';
import { bulkResult } from '../services/tickets/bulk-service';
import { evidenceTold } from '../services/tickets/tell-evidence';
import { rowTold, ticketTold } from '../services/tickets/tell-ticket';
import { ticketAsker, ticketQuestion } from '../services/tickets/ticket-question';
import { type Asker, StaleTicket } from '../services/tickets/ticket-service';

const PAGE = 100;

export function bindTickets(bind: Binder, services: Services): void {
  const { tickets, evidence, bulk, ports } = services;
  const { ledger } = ports;
  const zone = zoneOf(ports.config.zone);

  const told = async (ticket: Ticket, asker: Pick<Asker, 'person' | 'now'>, headers: Record<string, string>) => {
    headers.etag = versionTag(ticket.version);
    return { ticket: await ticketTold(services, tickets, ticket, asker) };
  };

  /** Does a write, and tells whoever was too late the ticket as it is. */
  const written = async (asked: Asker & { request: Request; body: unknown; headers: Record<string, string> }, work: Parameters<typeof once<typeof ticketSchema>>[3]) => {
    try {
      return await told(await once(ledger, asked, ticketSchema, work), asked, asked.headers);
    } catch (error) {
      if (!(error instanceof StaleTicket)) throw error;
      throw new ProblemError('version-stale', error.message, { current: await ticketTold(services, tickets, error.current, asked) });
    }
  };

  bind.question(getTickets, async ({ access, person, now, query: { sort = 'urgency', group, limit = PAGE, cursor, offset: asked, ...filter } }) => {
    const asker = ticketAsker(person, zone, now);
    const question = { ...ticketQuestion(filter, asker), sort, group };
    const offset = asked ?? offsetOf(cursor);
    return {
      about: [question, offset, limit],
      answer: async () => {
        const [{ total, items, groups }, counts] = await Promise.all([ledger.tickets(access, question, { offset, limit }), ledger.ticketCounts(access, asker)]);
        const rows = items.map((one) => rowTold(one, { me: person.id, today: asker.today, dayOf: (at) => zone.dayOf(Date.parse(at)) }));
        return { total, items: rows, nextCursor: nextCursor(offset + items.length, total), counts, groups };
      },
    };
  });

  bind.action(postBulk, (asked) => once(ledger, asked, bulkResult, (remember) => bulk.set(asked, asked.body, remember)));

  bind.action(postBulkUndo, (asked) => once(ledger, asked, bulkResult, (remember) => bulk.undo(asked, asked.params.id, remember)));

  bind.action(getTicket, async ({ access, person, now, params: { id }, headers }) => told(await tickets.get(access, id), { person, now }, headers));

  bind.action(postTicket, (asked) => written(asked, (remember) => tickets.register(asked, asked.body, remember)));

  bind.action(patchTicket, (asked) => {
    const expected = requiredVersion(asked.request);
    return written(asked, (remember) => tickets.edit(asked, asked.params.id, expected, asked.body, remember));
  });

  bind.action(postTicketMove, (asked) => {
    const expected = requiredVersion(asked.request);
    return written(asked, (remember) => tickets.move(asked, asked.params.id, expected, asked.body, remember));
  });

  bind.action(postReminder, (asked) => written(asked, (remember) => tickets.remind(asked, asked.params.id, asked.body.note, remember)));

  bind.action(getEvidence, async ({ access, person, now, params: { id } }) => {
    const ticket = await tickets.get(access, id);
    const [read, watch] = await Promise.all([evidence.read(ticket, now), evidence.watch(ticket, now)]);
    const by = { id: person.id, isManager: person.roles.includes('manager') };
    const missing = missingForTicket(ticket, 'close', { by, now: stampOf(now), today: read.today, touchpoints: read.touchpoints, evidence: read });
    return { ...evidenceTold(ticket, read, watch), missing };
  });
}
