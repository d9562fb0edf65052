import type { TaskTold } from '#contract';
import { isOverdueTask, isUnfinishedTask, missingForTask, moveTask, type Person, stampOf, TASK_MOVES, type TaskMoveInput } from '#model';

/** The task as it will be told once the server has done a move: by the same rules. `undefined` where those refuse it. */
export function afterMove(task: TaskTold, input: TaskMoveInput, me: Person, now: number): TaskTold | undefined {
  const by = { id: me.id, isManager: me.roles.includes('manager') };
  const moved = moveTask(task, input, { by, now: stampOf(now) });
  if (moved.kind === 'refused') return undefined;
  const moves = TASK_MOVES.map((move) => {
    const missing = missingForTask(moved.task, move, by);
    return { move, allowed: missing.length === 0, missing };
  });
  // Until the server has answered it is the version that it was: a change on top of a guess would be refused.
  return { ...moved.task, version: task.version, overdue: isOverdueTask(moved.task, stampOf(now)), moves: isUnfinishedTask(moved.task) ? moves : [] };
}
