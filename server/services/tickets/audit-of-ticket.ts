import { type AuditDraft, canonicalJson, type Stamp, type Ticket } from '#model';
import type { Access } from '../../ports';
import { actorText } from '../ledger-writer';

/** Says nothing of its own: told by the entry itself. */
const LEFT_OUT: ReadonlySet<string> = new Set(['version', 'updatedAt', 'history']);
/** Only ever added to, so what was added says it all. */
const ADDED_TO = ['returns', 'supervision', 'recurrences'] as const;

/** One change of a ticket for the audit, with before and after of the fields that changed. `before` is absent when it is registered. */
export function auditOfTicket({ actor }: Access, action: string, before: Ticket | undefined, after: Ticket, more: { at: Stamp; reason?: string | undefined }): AuditDraft {
  const old: Record<string, unknown> = {};
  const now: Record<string, unknown> = {};
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]) as Set<keyof Ticket>;
  for (const field of fields) {
    if (LEFT_OUT.has(field)) continue;
    const [was, is] = [before?.[field], after[field]];
    if (canonicalJson(was ?? null) === canonicalJson(is ?? null)) continue;
    if (was !== undefined) old[field] = was;
    if (is !== undefined) now[field] = is;
  }
  if (before) {
    for (const field of ADDED_TO) {
      if (!(field in now)) continue;
      delete old[field];
      now[field] = after[field].slice(before[field].length);
    }
  }
  return {
    at: more.at,
    actor: actorText(actor),
    subject: { kind: 'ticket', id: after.id },
    action,
    ...(more.reason !== undefined && { reason: more.reason }),
    ...(Object.keys(old).length > 0 && { before: old }),
    ...(Object.keys(now).length > 0 && { after: now }),
  };
}
