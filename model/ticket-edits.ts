import { canonicalJson } from './audit-chain';
import type { Missing } from './missing';
import { isOpenTicket, type Ticket } from './ticket';
import { heldPlan } from './ticket-moves';

/** Fields of a ticket that people set; one that is there and `undefined` is taken away. */
export type TicketChange = Partial<
  Pick<Ticket, 'title' | 'description' | 'locus' | 'important' | 'owner' | 'department' | 'due' | 'target' | 'measures' | 'effective' | 'complaint' | 'watchers' | 'instances'>
>;
type TicketField = keyof TicketChange;

/** What goes on after a ticket has ended: who watches it, what it is linked to, how its complaint goes on. */
const ALWAYS: readonly TicketField[] = ['important', 'watchers', 'instances', 'complaint'];
/** What an assigned ticket must have, and what is missing without. */
const REQUIRED = { owner: 'owner-required', department: 'department-required', due: 'due-required', target: 'target-required' } as const;

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** The fields that a change really changes. */
export const changedFields = (ticket: Ticket, change: TicketChange): TicketField[] =>
  (Object.keys(change) as TicketField[]).filter((field) => !isSame(ticket[field], change[field])); // The keys of a change are fields.

/**
 * Why fields of a ticket may not be changed (now); nothing when they may. The locus is fixed once it is assigned; owner, department, due day
 * and target may then change, but not go; effective days stand still in verification, and the target as long as the plan of the test does.
 */
export function missingForEdit(ticket: Ticket, change: TicketChange): { field: TicketField; missing: Missing }[] {
  return changedFields(ticket, change).flatMap((field) => {
    const missing = missingForField(ticket, change, field);
    return missing ? [{ field, missing }] : [];
  });
}

function missingForField(ticket: Ticket, change: TicketChange, field: TicketField): Missing | undefined {
  const { state } = ticket;
  const wrongState: Missing = { code: 'state', params: { state } };
  if (!isOpenTicket(ticket)) return ALWAYS.includes(field) ? undefined : wrongState;
  if (field === 'locus' && state !== 'registered') return wrongState;
  if (field === 'effective' && state === 'verifying') return wrongState;
  if (field === 'target' && heldPlan(ticket)) return wrongState;
  if (state === 'registered') return undefined;
  if (field in REQUIRED && change[field] === undefined) return { code: REQUIRED[field as keyof typeof REQUIRED] };
  if (field !== 'measures' || state === 'assigned') return undefined;
  const { measures = [] } = change;
  if (!measures.some((one) => one.state !== 'dropped')) return { code: 'measure-required' };
  return state === 'verifying' && !measures.some((one) => one.state === 'done') ? { code: 'measure-done-required' } : undefined;
}

/** A ticket with a change that `missingForEdit` has nothing against, as its next version; whoever comes to own it watches it. */
export function editTicket(ticket: Ticket, change: TicketChange, now: string): Ticket {
  const next = { ...ticket, ...change, version: ticket.version + 1, updatedAt: now };
  return next.owner !== undefined && next.owner !== ticket.owner ? { ...next, watchers: withWatchers(next.watchers, [next.owner]) } : next;
}

export const withWatchers = (watchers: readonly Ticket['watchers'][number][], added: readonly Ticket['watchers'][number][]): Ticket['watchers'] => [...new Set([...watchers, ...added])].slice(0, 200);
