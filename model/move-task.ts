import { z } from 'zod';
import { contactAttempt, contactResult, type HandoffTask, isUnfinishedTask, taskEndReason, type TaskState } from './handoff-task';
import { type PersonId, personId, touchpointId } from './ids';
import type { Missing } from './missing';
import type { Stamp } from './stamp';

export const TASK_MOVES = ['claim', 'release', 'assign', 'contact', 'resume', 'fail'] as const;
export type TaskMove = (typeof TASK_MOVES)[number];

const note = z.string().max(2_000).optional();

/** A move as it is asked for. */
export const taskMoveInput = z.discriminatedUnion('move', [
  z.object({ move: z.literal('claim') }),
  /** Gives it back: claimed → open. */
  z.object({ move: z.literal('release'), note }),
  /** Makes it another person's; an open task becomes claimed. */
  z.object({ move: z.literal('assign'), assignee: personId, note }),
  /** Records an attempt; `reached` makes the task contacted. */
  z.object({ move: z.literal('contact'), result: contactResult.default('reached'), touchpoint: touchpointId.optional(), note: contactAttempt.shape.note }),
  z.object({ move: z.literal('resume'), note }),
  z.object({ move: z.literal('fail'), reason: taskEndReason.extract(['unreachable', 'declined', 'not-needed', 'elsewhere', 'other']), note }),
]);
export type TaskMoveInput = z.output<typeof taskMoveInput>;

/** Who moves a task. */
export interface TaskMover {
  id: PersonId;
  isManager: boolean;
}

/** The states each move starts from. */
const FROM: Record<TaskMove, readonly TaskState[]> = {
  claim: ['open'],
  release: ['claimed'],
  assign: ['open', 'claimed', 'contacted'],
  contact: ['claimed', 'contacted'],
  resume: ['contacted'],
  fail: ['claimed', 'contacted'],
};

/** What a move of a task still needs, for whoever asks; nothing when it is possible. What is somebody's is moved by them or by a manager. */
export function missingForTask(task: HandoffTask, move: TaskMove, by: TaskMover): Missing[] {
  if (!FROM[move].includes(task.state)) return [{ code: 'state', params: { state: task.state } }];
  const found: Missing[] = [];
  if (task.assignee !== undefined && task.assignee !== by.id && !by.isManager) found.push({ code: 'manager-required', params: { assignee: task.assignee } });
  if (move === 'fail' && task.state === 'claimed' && task.attempts.length === 0) found.push({ code: 'attempt-required' });
  return found;
}

export type MovedTask = { kind: 'moved'; task: HandoffTask } | { kind: 'refused'; missing: Missing[] };

/** The task after a move, as its next version; or what the move still needs. */
export function moveTask(task: HandoffTask, input: TaskMoveInput, { by, now }: { by: TaskMover; now: Stamp }): MovedTask {
  const missing = missingForTask(task, input.move, by);
  if (input.move === 'assign' && input.assignee === task.assignee) missing.push({ code: 'assignee-required' });
  if (missing.length > 0) return { kind: 'refused', missing };
  const next: HandoffTask = { ...task, version: task.version + 1, updatedAt: now };
  if ('note' in input && input.move !== 'contact' && input.note !== undefined) next.note = input.note;
  switch (input.move) {
    case 'claim':
      return moved({ ...next, state: 'claimed', assignee: by.id, claimedAt: now });
    case 'release':
      return moved({ ...next, state: 'open', assignee: undefined, claimedAt: undefined });
    case 'assign':
      return moved({ ...next, state: task.state === 'open' ? 'claimed' : task.state, assignee: input.assignee, claimedAt: now });
    case 'contact': {
      const { result, touchpoint = task.touchpoint, note: told } = input;
      const attempt = { at: now, by: by.id, touchpoint, result, ...(told !== undefined && { note: told }) };
      return moved({ ...next, state: result === 'reached' ? 'contacted' : task.state, attempts: [...task.attempts, attempt] });
    }
    case 'resume':
      return moved(endedTask(next, { state: 'resumed', reason: 'completed', now }));
    case 'fail':
      return moved(endedTask(next, { state: 'failed', reason: input.reason, now }));
  }
}

const moved = (task: HandoffTask): MovedTask => ({ kind: 'moved', task });

interface TaskEnd {
  state: Exclude<TaskState, 'open' | 'claimed' | 'contacted'>;
  reason: NonNullable<HandoffTask['endReason']>;
  now: Stamp;
}

/** An unfinished task with its end; its version is the caller's. Throws a `RangeError` for one that has ended. */
export function endedTask(task: HandoffTask, { state, reason, now }: TaskEnd): HandoffTask {
  if (!isUnfinishedTask(task)) throw new RangeError(`Failed to end the task ${task.id}: it has ended.`);
  return { ...task, state, endReason: reason, endedAt: now, updatedAt: now };
}
