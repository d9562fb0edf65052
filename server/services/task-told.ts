import { type TaskTold, tellMissing } from '#contract';
import { type HandoffTask, type Instant, isOverdueTask, isUnfinishedTask, type Missing, missingForTask, type Person, stampOf, TASK_MOVES, type TaskMove, type TaskMover } from '#model';
import { ProblemError } from '../http/problem-error';

export const moverOf = ({ id, roles }: Person): TaskMover => ({ id, isManager: roles.includes('manager') });

/** A task as it is told to a person: with what they may do next. */
export function taskTold(task: HandoffTask, person: Person, now: Instant): TaskTold {
  const by = moverOf(person);
  const moves = TASK_MOVES.map((move) => {
    const missing = missingForTask(task, move, by);
    return { move, allowed: missing.length === 0, missing };
  });
  return { ...task, overdue: isOverdueTask(task, stampOf(now)), moves: isUnfinishedTask(task) ? moves : [] };
}

/** The answer to a move, or an edit, that still needs something. */
export function refusedMove(subject: string, move: TaskMove | 'edit', missing: readonly Missing[]): ProblemError {
  const errors = missing.map((one) => ({ pointer: move === 'edit' ? '' : '/move', ...tellMissing(one) }));
  return new ProblemError('move-refused', `The move "${move}" of ${subject} is not possible: ${errors.map(({ reason }) => reason).join('; ')}.`, { errors });
}
