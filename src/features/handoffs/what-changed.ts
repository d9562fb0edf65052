import type { TaskTold } from '#contract';

/** A field of a task that somebody else has changed meanwhile. */
export type ChangedField = 'state' | 'assignee' | 'priority' | 'dueAt' | 'touchpoint' | 'note' | 'attempts';

const FIELDS: readonly Exclude<ChangedField, 'attempts'>[] = ['state', 'assignee', 'priority', 'dueAt', 'touchpoint', 'note'];

/** What is different between two versions of a task, in what a person sees of it. */
export const whatChanged = (before: TaskTold, now: TaskTold): ChangedField[] => [
  ...FIELDS.filter((field) => before[field] !== now[field]),
  ...(before.attempts.length === now.attempts.length ? [] : (['attempts'] as const)),
];
