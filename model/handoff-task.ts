import { z } from 'zod';
import { taskMode, taskPriority } from './handoff-rule';
import { customerId, departmentId, eventId, instanceId, interruptionId, journeyId, organisationId, personId, reasonId, ruleId, segmentId, stepId, taskId, touchpointId } from './ids';
import { kind } from './interruption';
import { attributes, outcome } from './service-event';
import { stamp } from './stamp';

/** 待接续, 已认领, 已联系; then the ends: 接续成功, 接续失败, 超时失效, 客户已自行恢复. */
export const TASK_STATES = ['open', 'claimed', 'contacted', 'resumed', 'failed', 'expired', 'withdrawn'] as const;
export const taskState = z.enum(TASK_STATES);
export type TaskState = z.infer<typeof taskState>;

export const UNFINISHED_TASK_STATES = ['open', 'claimed', 'contacted'] as const satisfies readonly TaskState[];
export const isUnfinishedTask = ({ state }: { state: TaskState }): boolean => UNFINISHED_TASK_STATES.some((one) => one === state);

/** What came of one attempt to reach the customer; `reached` makes the task `contacted`. */
export const CONTACT_RESULTS = ['reached', 'no-answer', 'busy', 'refused', 'wrong-contact'] as const;
export const contactResult = z.enum(CONTACT_RESULTS);
export type ContactResult = z.infer<typeof contactResult>;

export const contactAttempt = z.object({
  at: stamp,
  by: personId.optional(),
  /** The channel it was made through. */
  touchpoint: touchpointId,
  result: contactResult,
  note: z.string().max(2_000).optional(),
});
export type ContactAttempt = z.infer<typeof contactAttempt>;

/**
 * Why a task ended: what an operator chose, or what the system saw. `self`, `handoff`, `detour`: the interruption continued that way;
 * `lost`: the customer is gone; `window`: the handoff window is over; `gone`: a late event undid the interruption.
 */
export const TASK_END_REASONS = ['completed', 'not-needed', 'unreachable', 'declined', 'elsewhere', 'other', 'self', 'handoff', 'detour', 'lost', 'window', 'gone'] as const;
export const taskEndReason = z.enum(TASK_END_REASONS);
export type TaskEndReason = z.infer<typeof taskEndReason>;

/** 接续任务: the work item behind an interruption. Its place on the map is the break. */
export const handoffTask = z.object({
  id: taskId,
  version: z.int().positive(),
  state: taskState,
  /** The break. */
  interruption: z.object({
    id: interruptionId,
    instance: instanceId,
    journey: journeyId,
    step: stepId,
    touchpoint: touchpointId,
    kind,
    reason: reasonId.optional(),
    at: stamp,
  }),
  /** Of the instance, as known when the task was opened; whoever may see the instance may see the task. */
  organisation: organisationId.optional(),
  segment: segmentId.optional(),
  customer: customerId.optional(),
  /** The rule that opened it; absent where another system or a person did. */
  rule: ruleId.optional(),
  /** The system that reported it, such as `crm`. */
  source: z.string().min(1).max(100).optional(),
  mode: taskMode,
  /** The carrier. */
  touchpoint: touchpointId,
  department: departmentId.optional(),
  priority: taskPriority,
  openedAt: stamp,
  dueAt: stamp,
  /** The highest level that has been told that it is overdue; each is told once. */
  escalation: z.object({ level: z.int().nonnegative(), at: stamp.optional(), to: z.array(personId) }),
  /** When the next level is to be told, fixed at opening; ascending. */
  escalateAt: z.array(stamp),
  assignee: personId.optional(),
  claimedAt: stamp.optional(),
  /** How to reach the customer, masked: what is stored is masked. */
  contact: z.string().max(200).optional(),
  /** 上下文: the journey up to the break and what the customer had already entered, so that nothing is asked twice. */
  context: z.object({
    events: z.array(z.object({ id: eventId, step: stepId, touchpoint: touchpointId, outcome, at: stamp, reason: reasonId.optional() })),
    entered: attributes,
  }),
  attempts: z.array(contactAttempt),
  note: z.string().max(2_000).optional(),
  /** The SLA clock stops here. */
  endedAt: stamp.optional(),
  endReason: taskEndReason.optional(),
  updatedAt: stamp,
});
export type HandoffTask = z.infer<typeof handoffTask>;

/** Past `dueAt` and not ended by then. */
export const isOverdueTask = ({ state, dueAt }: Pick<HandoffTask, 'state' | 'dueAt'>, now: string): boolean => isUnfinishedTask({ state }) && now > dueAt;
