import { type AuditDraft, type Instant, instantOf, type Ticket } from '#model';
import type { Access } from '../../ports';
import { auditDraft } from '../audit-draft';

/** Only ever added to, so what was added says it all. */
const ADDED_TO = ['returns', 'supervision', 'recurrences', 'pastTests'] as const;

/** One change of a ticket for the audit, with before and after of the fields that changed; its time is the new version's. */
export function auditOfTicket(access: Access, action: string, before: Ticket | undefined, after: Ticket, reason?: string): AuditDraft {
  const at: Instant = instantOf(after.updatedAt);
  // Its history is what the audit says.
  const plain = (ticket: Ticket): Partial<Ticket> => ({ ...ticket, history: undefined });
  const added = Object.fromEntries(ADDED_TO.map((field) => [field, (after[field] ?? []).slice(before?.[field]?.length ?? 0)]));
  const none = Object.fromEntries(ADDED_TO.map((field) => [field, undefined]));
  return auditDraft(access, at, {
    subject: { kind: 'ticket', id: after.id },
    action,
    reason,
    before: before && { ...plain(before), ...none },
    after: { ...plain(after), ...none, ...Object.fromEntries(Object.entries(added).filter(([, items]) => items.length > 0)) },
  });
}
