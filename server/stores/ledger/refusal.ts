import { type InterruptionId, isUnfinishedTask, type TaskId, type TicketId } from '#model';
import type { LedgerChange } from '../../ports';

/** What is stored now of what a change is about: versions, and the unfinished task of an interruption. */
export interface StoredNow {
  task: (id: TaskId) => number | undefined;
  unfinished: (interruption: InterruptionId) => TaskId | undefined;
  ticket: (id: TicketId) => number | undefined;
  /** 0 for one that was never stored. */
  document: (name: string) => number;
}

/** Why a change is refused, by what stands in its way. */
export type Refusal = { kind: 'stale'; task: TaskId } | { kind: 'stale'; ticket: TicketId } | { kind: 'stale'; document: string } | { kind: 'open-task'; task: TaskId };

/** The rules of `LedgerStore.write` that every adapter shares; `undefined` when nothing stands in the way. */
export function refusalOf({ tasks = [], tickets = [], documents = [] }: LedgerChange, stored: StoredNow): Refusal | undefined {
  for (const { next, expected } of tasks) {
    if (stored.task(next.id) !== expected) return { kind: 'stale', task: next.id };
    const open = expected === undefined && isUnfinishedTask(next) ? stored.unfinished(next.interruption.id) : undefined;
    if (open !== undefined) return { kind: 'open-task', task: open };
  }
  for (const { next, expected } of tickets) if (stored.ticket(next.id) !== expected) return { kind: 'stale', ticket: next.id };
  for (const { name, expected } of documents) if (expected !== undefined && stored.document(name) !== expected) return { kind: 'stale', document: name };
  return undefined;
}
