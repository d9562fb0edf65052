import { attachment, comment, delivery } from '#contract';
import { auditDraft, handoffTask, ticket } from '#model';
import type { LedgerChange } from '../../ports';

/**
 * Copies a change as it will be read back. Throws when something in it is not as its schema says: what is stored can always be read
 * again. Throws too for a change without an audit entry.
 */
export function checkChange(change: LedgerChange): LedgerChange {
  const { tasks = [], tickets = [], comments = [], attachments = [], removedAttachments = [], documents = [], deliveries = [], audit, remember } = change;
  if (audit.length === 0) throw new TypeError('Failed to write: a change has no audit entry.');
  const ids = tasks.map(({ next }) => next.id);
  const opened = tasks.flatMap(({ next, expected }) => (expected === undefined ? [next.interruption.id] : []));
  if (new Set(ids).size < ids.length || new Set(opened).size < opened.length) throw new TypeError('Failed to write: a change has two tasks of one id or one interruption.');
  return {
    tasks: tasks.map(({ next, expected }) => ({ next: handoffTask.parse(plain(next)), expected })),
    tickets: tickets.map(({ next, expected }) => ({ next: ticket.parse(plain(next)), expected })),
    comments: comments.map((one) => comment.parse(plain(one))),
    attachments: attachments.map((one) => ({ attachment: attachment.parse(plain(one.attachment)), content: new Uint8Array(one.content) })),
    removedAttachments: [...removedAttachments],
    documents: documents.map(({ name, body, expected }) => ({ name, body: plain(body), expected })),
    deliveries: deliveries.map((one) => delivery.parse(plain(one))),
    audit: audit.map((draft) => auditDraft.parse(plain(draft))),
    remember: remember && { ...remember, body: plain(remember.body) },
  };
}

/** As JSON carries it. */
export const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value ?? null)) as Value;
