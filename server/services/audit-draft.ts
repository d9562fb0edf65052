import { type AuditDraft, type AuditSubject, canonicalJson, type HandoffTask, type Instant, stampOf } from '#model';
import type { Access } from '../ports';
import { actorText } from './ledger-writer';

/** What an audit entry says beside who and when. */
interface Audited<Resource extends object> {
  subject: AuditSubject;
  action: string;
  reason?: string | undefined;
  /** Absent for what is new. */
  before?: Resource | undefined;
  after: Resource;
}

/** An audit entry about a change of a resource: only the fields that differ are in it. */
export function auditDraft<Resource extends object>({ actor }: Access, now: Instant, { subject, action, reason, before, after }: Audited<Resource>): AuditDraft {
  const was = new Map<string, unknown>(Object.entries(before ?? {}));
  const is = new Map<string, unknown>(Object.entries(after));
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((field) => !UNTOLD.includes(field) && was.get(field) !== is.get(field) && canonicalJson(was.get(field)) !== canonicalJson(is.get(field)));
  const pick = (fields: ReadonlyMap<string, unknown>) => Object.fromEntries(changed.flatMap((field) => (fields.get(field) === undefined ? [] : [[field, fields.get(field)]])));
  return {
    at: stampOf(now),
    actor: actorText(actor),
    subject,
    action,
    ...(reason !== undefined && { reason: reason.slice(0, 1_000) }),
    ...(before && { before: pick(was) }),
    after: pick(is),
  };
}

/** What changes with every change, and what events say already. */
const UNTOLD = ['version', 'updatedAt', 'context'];

/** The entry of a task that came to be. */
export const openingAudit = (access: Access, task: HandoffTask, now: Instant): AuditDraft =>
  auditDraft(access, now, { subject: { kind: 'task', id: task.id }, action: 'open', after: task });
