import type { Attachment, Comment } from '#contract';
import { type AuditDraft, isOpenTicket, type PersonId, stampOf, type TicketId, withWatchers } from '#model';
import type { Remember } from '../../http/once';
import { ProblemError } from '../../http/problem-error';
import type { Access } from '../../ports';
import { everybody } from '../acting';
import type { Core } from '../core';
import { actorText } from '../ledger-writer';
import { auditOfTicket } from './audit-of-ticket';
import { attachmentType } from './check-attachment';
import { sha256 } from './sha256';
import { type Asker, StaleTicket, type TicketService } from './ticket-service';

/** What hangs on a ticket: comments and files. Adding one makes no new version, so that nobody's edit is stale for it. */
export interface TicketParts {
  comment(asker: Asker, ticket: TicketId, said: { text: string; mentions: readonly PersonId[] }, remember: Remember): Promise<Comment>;
  /** Throws `unprocessable-file`. */
  attach(asker: Asker, ticket: TicketId, name: string, content: Uint8Array): Promise<Attachment>;
  /** Whoever added it, or a manager, as long as the ticket is open. */
  detach(asker: Asker, id: string): Promise<void>;
}

/** How often a comment that makes somebody watch is tried when the ticket changes meanwhile. */
const ATTEMPTS = 10;

export function createTicketParts({ ports, ledger }: Core, tickets: TicketService): TicketParts {
  const about = ({ access, now }: Asker, ticket: TicketId, action: string, changed: Pick<AuditDraft, 'before' | 'after'>): AuditDraft => ({
    at: stampOf(now),
    actor: actorText(access.actor),
    subject: { kind: 'ticket', id: ticket },
    action,
    ...changed,
  });

  return {
    async comment(asker, id, { text, mentions }, remember) {
      const { access, person, now } = asker;
      const people = new Set<PersonId>((await everybody(ports.desk)).map((one) => one.id));
      const errors = mentions.flatMap((one, index) => (people.has(one) ? [] : [{ pointer: `/mentions/${index}`, reason: `there is no person "${one}"` }]));
      if (errors.length > 0) throw new ProblemError('invalid-input', 'The comment mentions somebody whom nobody knows.', { errors });
      const comment: Comment = { id: crypto.randomUUID(), ticket: id, at: stampOf(now), by: person.id, text, mentions: [...new Set(mentions)] };
      const change = { comments: [comment], remember: remember(comment) };
      const said = about(asker, id, 'comment', { after: { comment } });
      for (let attempt = 1; ; attempt++) {
        const before = await tickets.get(access, id);
        const watchers = withWatchers(before.watchers, comment.mentions);
        try {
          if (watchers.length === before.watchers.length) await written(access, { ...change, audit: [said] });
          else {
            const next = { ...before, watchers, version: before.version + 1, updatedAt: comment.at };
            await tickets.store(access, before, next, { ...change, audit: [said, auditOfTicket(access, 'watch', before, next)] });
          }
          return comment;
        } catch (error) {
          if (!(error instanceof StaleTicket) || attempt === ATTEMPTS) throw error;
        }
      }
    },

    async attach(asker, id, name, content) {
      await tickets.get(asker.access, id);
      const mediaType = attachmentType(name, content);
      const attachment: Attachment = { id: crypto.randomUUID(), ticket: id, name, mediaType, bytes: content.length, sha256: await sha256(content), at: stampOf(asker.now), by: asker.person.id };
      await written(asker.access, { attachments: [{ attachment, content }], audit: [about(asker, id, 'attach', { after: { attachment } })] });
      return attachment;
    },

    async detach(asker, id) {
      const { access, person } = asker;
      const stored = await ports.ledger.attachment(access, id);
      if (!stored) throw new ProblemError('not-found', `There is no file "${id}".`);
      const { attachment } = stored;
      if (attachment.by !== person.id && !person.roles.includes('manager')) throw new ProblemError('forbidden', 'A file is removed by who added it, or by a manager.');
      const ticket = await tickets.get(access, attachment.ticket);
      if (!isOpenTicket(ticket)) throw new ProblemError('forbidden', `${ticket.id} has ended, and what it was ended on stays with it.`);
      await written(access, { removedAttachments: [id], audit: [about(asker, ticket.id, 'detach', { before: { attachment } })] });
    },
  };

  async function written(access: Access, change: Parameters<typeof ledger.write>[1]): Promise<void> {
    const result = await ledger.write(access, change);
    if (result.kind !== 'stored') throw new ProblemError('unavailable', 'Somebody wrote the same at once. Please try again.');
  }
}
