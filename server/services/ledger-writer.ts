import type { StreamMessage } from '#contract';
import { ticketId } from '#model';
import type { Access, LedgerChange, LedgerStore, Written } from '../ports';
import type { Changes } from './changes';
import type { Revisions } from './revisions';
import type { Outbox } from './webhooks/outbox';

/** Writes to the ledger, and tells every open stream of it. All services that change tasks or tickets write through it. */
export interface LedgerWriter {
  write(access: Access, change: LedgerChange): Promise<Written>;
  /** Called after every change that was stored, with what is to be told of it. @returns stops listening */
  subscribe(listener: (change: LedgerChange) => void): () => void;
}

/** @param outbox what a change is to be told to others; stored together with it */
export function createLedgerWriter(ledger: LedgerStore, changes: Changes, revisions: Revisions, outbox: Outbox): LedgerWriter {
  const listeners = new Set<(change: LedgerChange) => void>();
  return {
    async write(access, asked) {
      const deliveries = [...(asked.deliveries ?? []), ...(await outbox(asked))];
      const change = deliveries.length > 0 ? { ...asked, deliveries } : asked;
      const written = await ledger.write(access, change);
      if (written.kind !== 'stored') return written;
      revisions.ledgerMoved();
      for (const message of messagesOf(change)) changes.publish(message);
      for (const { name } of change.documents ?? []) {
        const of = SETTINGS.find((one) => name.startsWith(one));
        if (of) changes.publish({ type: 'settings', of });
      }
      for (const listener of listeners) listener(change);
      return written;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** More than this at once, such as a bulk action: pages are better off asking again. */
const MANY = 50;

/** One for each task and ticket that changed, or got a comment or a file, or lost one. */
function messagesOf({ tasks = [], tickets = [], comments = [], attachments = [], removedAttachments = [], audit }: LedgerChange): StreamMessage[] {
  const ticketIds = new Set([...tickets.map(({ next }) => next.id), ...comments.map(({ ticket }) => ticket), ...attachments.map(({ attachment }) => attachment.ticket)]);
  // Of a file that is gone the audit alone says whose it was.
  if (removedAttachments.length > 0) for (const { subject } of audit) if (subject.kind === 'ticket') ticketIds.add(ticketId.parse(subject.id));
  if (tasks.length + ticketIds.size > MANY) return [{ type: 'resync' }];
  return [...tasks.map(({ next }) => ({ type: 'task', id: next.id }) as const), ...[...ticketIds].map((id) => ({ type: 'ticket', id }) as const)];
}

/** Documents whose change pages want to hear of, by how their names begin. */
const SETTINGS = ['rules', 'calendar', 'views', 'webhooks', 'annotations'] as const;

export { actorText } from '../ports';
