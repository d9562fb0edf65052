import { ApiError, editTask, keepTask, moveTask, newKey, type TaskChanges, taskNow, taskQuery } from '#api';
import type { Missing, TaskTold } from '#contract';
import type { TaskMoveInput } from '#model';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { afterMove } from './predict';
import { useHandoffs } from './view';

/** What a person does with a task: a move, or an edit of its fields. */
export type TaskChange = { move: TaskMoveInput } | { edit: TaskChanges };

/** Why a change was not made. `stale`: somebody else was first; what they did is the difference from `before` to `now`. */
export type ChangeProblem = { kind: 'stale'; before: TaskTold; now: TaskTold } | { kind: 'refused'; missing: readonly Missing[] } | { kind: 'failed'; error: unknown };

interface Asked {
  task: TaskTold;
  change: TaskChange;
  key: string;
}

const isUnanswered = (error: unknown): boolean => error instanceof ApiError && error.failure.kind === 'network';

/**
 * Changes a task: shown at once, put back when the server says no. What never reached the server is sent again with the same key, so that it
 * is done once.
 */
export function useTaskChange() {
  const queries = useQueryClient();
  const { me, skew } = useHandoffs();
  const mutation = useMutation({
    mutationFn: ({ task, change, key }: Asked) => ('move' in change ? moveTask(task, change.move, key) : editTask(task, change.edit, key)),
    retry: (failures, error) => failures < 2 && isUnanswered(error),
    onMutate: async ({ task, change }) => {
      await queries.cancelQueries({ queryKey: taskQuery(task.id).queryKey });
      const guess = 'move' in change && me ? afterMove(task, change.move, me, Date.now() + skew) : undefined;
      if (guess) keepTask(queries, guess);
    },
    onSuccess: (told) => keepTask(queries, told),
    onError: (error, { task }) => keepTask(queries, taskNow(error) ?? task),
    onSettled: (_, __, { task }) => {
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void queries.invalidateQueries({ queryKey: taskQuery(task.id).queryKey });
    },
  });
  return {
    pending: mutation.isPending,
    problem: problemOf(mutation.error, mutation.variables),
    /** Forgets the last problem. */
    reset: mutation.reset,
    change: (task: TaskTold, change: TaskChange, onDone?: (told: TaskTold) => void) => mutation.mutate({ task, change, key: newKey() }, { onSuccess: onDone }),
  };
}

function problemOf(error: unknown, asked: Asked | undefined): ChangeProblem | undefined {
  if (!error || !asked) return undefined;
  const now = taskNow(error);
  if (now) return { kind: 'stale', before: asked.task, now };
  if (error instanceof ApiError && error.missing.length > 0) return { kind: 'refused', missing: error.missing };
  return { kind: 'failed', error };
}
