import type { NpsTicket, PanoramaAnswer, PanoramaNode } from '#contract';
import type { Day } from '#model';

/** The places where most breaks were picked up by nobody; ties by their ids. */
export const worstBreaks = ({ nodes }: Pick<PanoramaAnswer, 'nodes'>, count: number): PanoramaNode[] =>
  nodes
    .filter(({ unhanded }) => unhanded > 0)
    .toSorted((a, b) => b.unhanded - a.unhanded || (a.id < b.id ? -1 : 1))
    .slice(0, count);

/** Tickets closed by a day that worked: where NPS rose, significant rises first and the largest of each; then those whose own rate fell most. */
export function ticketsThatWorked(tickets: readonly NpsTicket[], by: Day, count: number): NpsTicket[] {
  const fell = ({ evidence }: NpsTicket): number => (evidence ? evidence.before - evidence.after : 0);
  const rank = ({ significant = false, delta = 0 }: NpsTicket): number => (delta > 0 ? (significant ? 2 : 1) : 0);
  return tickets
    .filter((ticket) => ticket.closedOn <= by && (rank(ticket) > 0 || fell(ticket) > 0))
    .toSorted((a, b) => rank(b) - rank(a) || (b.delta ?? 0) - (a.delta ?? 0) || fell(b) - fell(a) || (a.id < b.id ? -1 : 1))
    .slice(0, count);
}
