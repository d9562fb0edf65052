import type { TicketFilterRead } from '#contract';
import { type Instant, isOpenTicket, type JourneyId, type Level, parseNodeId, type Person, TICKET_STATES, type TicketState, type Zone, weekEnd } from '#model';
import { ProblemError } from '../../http/problem-error';
import type { TicketAsker, TicketQuestion } from '../../ports';

export function ticketAsker(person: Person, zone: Zone, now: Instant): TicketAsker {
  const today = zone.dayOf(now);
  return { me: person.id, department: person.department, isManager: person.roles.includes('manager'), today, weekEnds: weekEnd(today) };
}

/** A ticket filter of a URL or a body as the ledger is asked. Throws `invalid-input` for a node that is none. */
export function ticketQuestion({ state, level, node, journey, ...rest }: TicketFilterRead, asker: TicketAsker): Omit<TicketQuestion, 'sort' | 'group'> {
  return {
    ...rest,
    ...(state && { states: TICKET_STATES.filter((one) => state.some((asked) => (asked === 'open' ? isOpenTicket({ state: one }) : asked === one))) satisfies TicketState[] }),
    journey,
    ...(node !== undefined && { place: placeOf(level ?? 'overview', node, journey) }),
    asker,
  };
}

/** A place of the map by the id it has on a level. Throws `invalid-input` when it is none. */
export function placeOf(level: Level, node: string, journey: JourneyId | undefined): NonNullable<TicketQuestion['place']> {
  const parts = readNode(level, node);
  if (parts.level === 'overview') return { journey: parts.journey, touchpoint: parts.touchpoint };
  if (journey !== undefined) return { journey, step: parts.step, touchpoint: parts.touchpoint };
  throw new ProblemError('invalid-input', 'A place inside a journey needs the journey.', { errors: [{ pointer: '?journey', reason: 'level=journey needs it' }] });
}

function readNode(level: Level, node: string) {
  try {
    return parseNodeId(level, node);
  } catch {
    throw new ProblemError('invalid-input', `"${node}" does not name a place.`, { errors: [{ pointer: '?node', reason: 'not a place of this level, such as loan~app' }] });
  }
}
