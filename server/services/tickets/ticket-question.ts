import type { TicketFilterRead } from '#contract';
import { type Instant, isOpenTicket, type Person, TICKET_STATES, weekEnd, type Zone } from '#model';
import type { TicketAsker, TicketQuestion } from '../../ports';
import { placeOfNode } from '../place-of-node';

export function ticketAsker(person: Person, zone: Zone, now: Instant): TicketAsker {
  const today = zone.dayOf(now);
  return { me: person.id, department: person.department, isManager: person.roles.includes('manager'), today, weekEnds: weekEnd(today) };
}

/** A ticket filter of a URL or a body as the ledger is asked. Throws `invalid-input` for a node that is none. */
export function ticketQuestion({ state, level, node, journey, ...rest }: TicketFilterRead, asker: TicketAsker): Omit<TicketQuestion, 'sort' | 'group'> {
  return {
    ...rest,
    ...(state && { states: TICKET_STATES.filter((one) => state.some((asked) => (asked === 'open' ? isOpenTicket({ state: one }) : asked === one))) }),
    journey,
    place: placeOfNode({ level, node, journey }),
    asker,
  };
}
