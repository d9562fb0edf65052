import { attachment, comment, delivery } from '#contract';
import { auditDraft, handoffTask, ticket } from '#model';
import { z } from 'zod';
import type { LedgerChange } from '../../ports';

/** Documents and entries that are checked before others get the thread. */
const A_TURN = 100;

/**
 * A change as it will be read back. Throws when something in it is not as its schema says: what is stored can always be read again. Throws too
 * for a change without an audit entry. What it gives shares with `change` what was checked before, and the bodies of documents and of the answer.
 *
 * @param othersTurn lets others have the thread in the middle of a large change
 */
export async function checkChange(change: LedgerChange, othersTurn?: () => Promise<void>): Promise<LedgerChange> {
  const { tasks = [], tickets = [], comments = [], attachments = [], removedAttachments = [], documents = [], deliveries = [], audit, remember } = change;
  if (audit.length === 0) throw new TypeError('Failed to write: a change has no audit entry.');
  const ids = tasks.map(({ next }) => next.id);
  const opened = tasks.flatMap(({ next, expected }) => (expected === undefined ? [next.interruption.id] : []));
  if (new Set(ids).size < ids.length || new Set(opened).size < opened.length) throw new TypeError('Failed to write: a change has two tasks of one id or one interruption.');
  const each = async <Item, Checked>(items: readonly Item[], check: (item: Item) => Checked): Promise<Checked[]> => {
    const checked: Checked[] = [];
    for (const item of items) {
      checked.push(check(item));
      if (checked.length % A_TURN === 0) await othersTurn?.();
    }
    return checked;
  };
  return {
    tasks: await each(tasks, ({ next, expected, from }) => ({ next: checkedDocument(handoffTask, next, from), expected })),
    tickets: await each(tickets, ({ next, expected, from }) => ({ next: checkedDocument(ticket, next, from), expected })),
    comments: comments.map((one) => comment.parse(plain(one))),
    attachments: attachments.map((one) => ({ attachment: attachment.parse(plain(one.attachment)), content: new Uint8Array(one.content) })),
    removedAttachments: [...removedAttachments],
    documents: [...documents],
    deliveries: await each(deliveries, (one) => delivery.parse(plain(one))),
    audit: await each(audit, (draft) => auditDraft.parse(plain(draft))),
    remember,
  };
}

/** As JSON carries it. */
export const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value ?? null)) as Value;

function checkedDocument<Schema extends z.ZodObject>(schema: Schema, next: z.output<Schema>, from: z.output<Schema> | undefined): z.output<Schema> {
  if (!from) return schema.parse(plain(next));
  const members: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(schema.shape)) {
    const value = next[name];
    const checked = value === from[name] ? value : checkedMember(member, name, value);
    if (checked !== undefined) members[name] = checked;
  }
  return members as z.output<Schema>; // Every member is as its schema says.
}

function checkedMember(member: z.core.$ZodType, name: string, value: unknown): unknown {
  const { success, data, error } = z.safeParse(member, value === undefined ? undefined : plain(value));
  if (success) return data;
  throw new z.ZodError(error.issues.map((issue) => ({ ...issue, path: [name, ...issue.path] })));
}
