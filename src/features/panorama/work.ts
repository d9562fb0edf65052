import type { PanoramaNode } from '#contract';
import { OPEN_TICKET_STATES } from '#model';
import { ENOUGH, handoffBase } from './figures';

/** 未销号: open tickets that concern a place, of any state. */
export const openTickets = ({ tickets }: Pick<PanoramaNode, 'tickets'>): number => OPEN_TICKET_STATES.reduce((sum, state) => sum + (tickets[state] ?? 0), 0);

/** 已复发: those of them that were closed before and came back. */
export const recurredTickets = ({ tickets }: Pick<PanoramaNode, 'tickets'>): number => tickets.recurred ?? 0;

/** From so many missed breaks on, and below this share of breaks that are handed over, a place without an open ticket is 无人认领. */
export const UNCLAIMED = { unhanded: 20, handoffRate: 0.5 } as const;

/** 无人认领: many breaks that nobody picks up, and nobody has taken on to mend. */
export function isUnclaimed(node: Pick<PanoramaNode, 'instances' | 'unhanded' | 'withHandoff' | 'byKind' | 'byResolution' | 'pending' | 'tickets'>): boolean {
  if (node.instances < ENOUGH || node.unhanded < UNCLAIMED.unhanded || openTickets(node) > 0) return false;
  return node.withHandoff < UNCLAIMED.handoffRate * handoffBase(node);
}
