import {
  attributes,
  departmentId,
  handoffTask,
  instanceId,
  interruptionId,
  journeyId,
  personId,
  ruleId,
  TASK_MOVES,
  taskId,
  taskMode,
  taskMoveInput,
  taskPriority,
  taskState,
  touchpointId,
} from '#model';
import { z } from 'zod';
import { instant, listOf, reading, repeated, urlInt } from './common';
import { endpoint } from './endpoint';
import { level } from './filter';
import { missing } from './missing';

const count = z.int().nonnegative();
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export { TASK_MOVES, type TaskMove } from '#model';

/** A task as it is told: with what the asker may do next, and what each move still needs. */
export const taskTold = handoffTask.extend({
  overdue: z.boolean(),
  moves: z.array(z.object({ move: z.enum(TASK_MOVES), allowed: z.boolean(), missing: z.array(missing) })),
});
export type TaskTold = z.infer<typeof taskTold>;

export const TASK_SORTS = ['urgency', 'dueAt', '-dueAt', 'openedAt', '-openedAt', '-updatedAt'] as const;

/** What a list of tasks may ask; all of it must hold. */
export const taskFilterQuery = z.object({
  /** `unfinished`: open, claimed or contacted; the default is that. `all`: any. */
  state: repeated(z.union([taskState, z.enum(['unfinished', 'all'])])).optional(),
  /** A person, `me`, or `none`. */
  assignee: z.union([z.enum(['me', 'none']), personId]).optional(),
  department: departmentId.optional(),
  journey: journeyId.optional(),
  /** A place of the map, by the id it has on `level`; on the level `journey` together with `journey`. */
  level: level.optional(),
  node: z.string().optional(),
  touchpoint: touchpointId.optional(),
  rule: ruleId.optional(),
  priority: taskPriority.optional(),
  overdue: flag.optional(),
  instance: instanceId.optional(),
  /** In the ids of the task, the instance and the customer. */
  q: z.string().max(100).optional(),
});
export type TaskFilterQuery = z.input<typeof taskFilterQuery>;

export const taskCounts = z.object({ unfinished: count, open: count, claimed: count, contacted: count, overdue: count, mine: count, unassigned: count });
export type TaskCounts = z.output<typeof taskCounts>;

/** `counts` are over all unfinished tasks the asker may see, whatever the filter. */
export const tasksAnswer = listOf(taskTold).extend({ counts: taskCounts });
export type TasksAnswer = z.infer<typeof tasksAnswer>;

export const getTasks = endpoint({
  method: 'GET',
  path: '/tasks',
  summary: 'Handoff tasks. By `urgency`: overdue first, then by priority and due time.',
  query: taskFilterQuery.extend({ sort: z.enum(TASK_SORTS).optional(), limit: urlInt(1, 500).optional(), cursor: z.string().optional() }),
  output: tasksAnswer,
});

export const taskAnswer = reading.extend({ task: taskTold });

export const getTask = endpoint({ method: 'GET', path: '/tasks/:id', summary: 'One handoff task.', params: z.object({ id: taskId }), output: taskAnswer });

export const postTask = endpoint({
  method: 'POST',
  path: '/tasks',
  summary: 'Opens a task for an interruption that another system or a person reports. An interruption has at most one unfinished task: that one is answered instead, as a duplicate.',
  body: z
    .object({
      /** The interruption, or an instance whose newest unresolved one is meant. */
      interruption: interruptionId.optional(),
      instance: instanceId.optional(),
      source: z.string().min(1).max(100).optional(),
      mode: taskMode.default('proactive'),
      touchpoint: touchpointId,
      department: departmentId.optional(),
      priority: taskPriority.default('normal'),
      /** Without it: 24 hours from now. */
      dueAt: instant.optional(),
      assignee: personId.optional(),
      /** Masked before it is stored. */
      contact: z.string().max(200).optional(),
      entered: attributes.optional(),
      note: z.string().max(2_000).optional(),
    })
    .refine(({ interruption, instance }) => (interruption === undefined) !== (instance === undefined), 'exactly one of interruption and instance is needed'),
  status: 201,
  output: taskAnswer.extend({ duplicate: z.boolean() }),
  errors: ['idempotency-mismatch'],
  idempotent: true,
});

export const patchTask = endpoint({
  method: 'PATCH',
  path: '/tasks/:id',
  summary: 'Changes fields of an unfinished task. Needs If-Match.',
  params: z.object({ id: taskId }),
  body: z.object({
    priority: taskPriority.optional(),
    dueAt: instant.optional(),
    department: departmentId.nullable().optional(),
    touchpoint: touchpointId.optional(),
    note: z.string().max(2_000).nullable().optional(),
  }),
  output: taskAnswer,
  errors: ['version-required', 'version-stale', 'move-refused', 'idempotency-mismatch'],
  idempotent: true,
});

export const taskMoveBody = taskMoveInput;
export type TaskMoveBody = z.input<typeof taskMoveBody>;

export const postTaskMove = endpoint({
  method: 'POST',
  path: '/tasks/:id/moves',
  summary: 'Moves a task on. Needs If-Match; what a refused move still needs is in `errors`.',
  params: z.object({ id: taskId }),
  body: taskMoveBody,
  output: taskAnswer,
  errors: ['version-required', 'version-stale', 'move-refused', 'idempotency-mismatch'],
  idempotent: true,
});
