import { compareText, compareTicketIds, daysLate, hasHandIn, isOpenTicket, type Ticket, ticketIsAt, ticketStateOrder, ticketUrgency } from '#model';
import type { TicketAsker, TicketPage, TicketQuestion } from '../../ports';
import { folded } from './task-questions';

export type TicketGroup = NonNullable<TicketQuestion['group']>;

/** What a search looks in, folded as `folded` folds what is searched for. */
export const ticketSearchText = ({ id, title }: Ticket): string => folded(`${id}\n${title}`);

/** Whether a ticket is in the answer to a question. */
export function ticketAnswers(ticket: Ticket, question: Omit<TicketQuestion, 'sort'>): boolean {
  const { ids, states, owner, department, journey, place, kind, due, waiting, recurred, complaint, watcher, q, asker } = question;
  if (ids && !ids.includes(ticket.id)) return false;
  if (states && !states.includes(ticket.state)) return false;
  if (owner !== undefined && (owner === 'none' ? ticket.owner !== undefined : ticket.owner !== (owner === 'me' ? asker.me : owner))) return false;
  // Whoever is in no department has none of its tickets, nor those of none.
  if (department === 'mine' && asker.department === undefined) return false;
  if (department !== undefined && ticket.department !== (department === 'mine' ? asker.department : department)) return false;
  if (journey !== undefined && ticket.locus.journey !== journey) return false;
  if (place && !ticketIsAt(ticket, place)) return false;
  if (kind !== undefined && ticket.locus.kind !== kind) return false;
  if (due === 'late' && daysLate(ticket, asker.today) === 0) return false;
  if (due === 'week' && !(isOpenTicket(ticket) && ticket.due !== undefined && ticket.due >= asker.today && ticket.due <= asker.weekEnds)) return false;
  if (waiting !== undefined && !waitsFor(ticket, waiting, asker)) return false;
  if (recurred !== undefined && ticket.recurrences.length > 0 !== recurred) return false;
  if (complaint !== undefined && (ticket.complaint !== undefined) !== complaint) return false;
  if (watcher === 'me' && !ticket.watchers.includes(asker.me)) return false;
  return q === undefined || ticketSearchText(ticket).includes(folded(q));
}

/** In verification, its test day has come, and the asker is a manager who has no hand in it; and what the test says. */
const waitsFor = (ticket: Ticket, waiting: NonNullable<TicketQuestion['waiting']>, { me, isManager, today }: TicketAsker): boolean => {
  const testDay = testDayOf(ticket);
  if (waiting !== 'verify' && ticket.tested?.passed !== (waiting === 'passed')) return false;
  return ticket.state === 'verifying' && testDay !== undefined && testDay <= today && isManager && !hasHandIn(ticket, me);
};

export const testDayOf = ({ plan }: Ticket): string | undefined => (plan && !plan.tooLong ? plan.testDay : undefined);

const groupKey = (ticket: Ticket, group: TicketGroup): string | undefined => (group === 'journey' ? ticket.locus.journey : ticket[group]);

/** The order of a question's answer: group by group, then by the sort, then by number. What is absent comes last, whichever the direction. */
export function ticketOrder({ sort, group }: Pick<TicketQuestion, 'sort' | 'group'>): (a: Ticket, b: Ticket) => number {
  const direction = sort.startsWith('-') ? -1 : 1;
  const byId = (a: Ticket, b: Ticket) => compareTicketIds(a.id, b.id);
  const by = (of: (ticket: Ticket) => string | undefined) => (a: Ticket, b: Ticket) => compareAbsentLast(of(a), of(b), direction) || byId(a, b);
  const orders: Record<string, (a: Ticket, b: Ticket) => number> = {
    urgency: ticketUrgency,
    due: by(({ due }) => due),
    id: (a, b) => direction * byId(a, b),
    updatedAt: by(({ updatedAt }) => updatedAt),
    registeredAt: by(({ registeredAt }) => registeredAt),
    title: by(({ title }) => title),
    owner: by(({ owner }) => owner),
    department: by(({ department }) => department),
    state: (a, b) => direction * (ticketStateOrder(a) - ticketStateOrder(b)) || byId(a, b),
    rate: (a, b) => direction * ((a.baseline?.rate ?? 0) - (b.baseline?.rate ?? 0)) || byId(a, b),
  };
  const order = orders[sort.replace('-', '')] ?? byId;
  if (!group) return order;
  const groupOrder = (a: Ticket, b: Ticket) =>
    group === 'state' ? ticketStateOrder(a) - ticketStateOrder(b) : compareAbsentLast(groupKey(a, group), groupKey(b, group), 1);
  return (a, b) => groupOrder(a, b) || order(a, b);
}

function compareAbsentLast(a: string | undefined, b: string | undefined, direction: number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return direction * compareText(a, b);
}

/** The groups of a sorted list, in its order. */
export function groupsOf(sorted: readonly Ticket[], group: TicketGroup): NonNullable<TicketPage['groups']> {
  const counts = new Map<string | undefined, number>();
  for (const ticket of sorted) counts.set(groupKey(ticket, group), (counts.get(groupKey(ticket, group)) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count }));
}
