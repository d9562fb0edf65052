import { z } from 'zod';
import { stamp } from './stamp';

/** What an audit entry is about. */
export const auditSubject = z.object({
  kind: z.enum(['task', 'ticket', 'rules', 'calendar', 'webhook', 'views', 'annotation', 'demo', 'profiles', 'import', 'themes', 'comment']),
  id: z.string().min(1).max(200),
});
export type AuditSubject = z.infer<typeof auditSubject>;

/** One change before it joins the chain. `before` and `after` are the fields that changed. */
export const auditDraft = z.object({
  at: stamp,
  /** `person:<id>` or `system:<job>`. */
  actor: z.string().min(1).max(250),
  subject: auditSubject,
  /** Such as `register`, `assign`, `edit`, `comment`, `escalate`. */
  action: z.string().min(1).max(50),
  reason: z.string().max(1_000).optional(),
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
});
export type AuditDraft = z.infer<typeof auditDraft>;

/**
 * 审计: one link of the chain. `hash` is the SHA-256, in hex, over the canonical JSON (RFC 8785) of the entry without `hash`; `previous`
 * is the hash of the entry before, 64 zeros for the first. Entries are only ever added.
 */
export const auditEntry = auditDraft.extend({ sequence: z.int().positive(), previous: z.string().length(64), hash: z.string().length(64) });
export type AuditEntry = z.infer<typeof auditEntry>;
