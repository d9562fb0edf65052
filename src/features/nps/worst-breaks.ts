import type { NpsTicket, PanoramaAnswer, PanoramaNode } from '#contract';
import type { Day } from '#model';

/** The places where most breaks were picked up by nobody; ties by their ids. */
export const worstBreaks = ({ nodes }: Pick<PanoramaAnswer, 'nodes'>, count: number): PanoramaNode[] =>
  nodes
    .filter(({ unhanded }) => unhanded > 0)
    .toSorted((a, b) => b.unhanded - a.unhanded || (a.id < b.id ? -1 : 1))
    .slice(0, count);

/**
 * Tickets closed by a day that worked: their own test passed, and NPS at their place is not significantly lower since. Where it rose significantly goes
 * first, then where it rose, each by how much; then by how much their own rate fell.
 */
export function ticketsThatWorked(tickets: readonly NpsTicket[], by: Day, count: number): NpsTicket[] {
  const fell = ({ evidence }: NpsTicket): number => (evidence ? evidence.before - evidence.after : 0);
  const rank = ({ significant = false, delta = 0 }: NpsTicket): number => (delta > 0 ? (significant ? 2 : 1) : 0);
  return tickets
    .filter(({ closedOn, evidence, significant = false, delta = 0 }) => closedOn <= by && evidence?.passed === true && !(significant && delta < 0))
    .toSorted((a, b) => rank(b) - rank(a) || (rank(a) > 0 ? (b.delta ?? 0) - (a.delta ?? 0) : 0) || fell(b) - fell(a) || (a.id < b.id ? -1 : 1))
    .slice(0, count);
}
