import { z } from 'zod';
import { departmentId, journeyId, organisationId, reasonId, ruleId, segmentId, stepId, touchpointId } from './ids';
import { kind } from './interruption';
import { localized } from './localized';

export const TASK_MODES = ['realtime', 'proactive'] as const;
/** `realtime`: while the customer is still there; `proactive`: somebody gets in touch. */
export const taskMode = z.enum(TASK_MODES);
export type TaskMode = z.infer<typeof taskMode>;

export const TASK_PRIORITIES = ['urgent', 'high', 'normal'] as const;
export const taskPriority = z.enum(TASK_PRIORITIES);
export type TaskPriority = z.infer<typeof taskPriority>;

/** Whether an SLA clock runs always, or only in working hours of the calendar. */
export const slaClock = z.enum(['always', 'working']);
export type SlaClock = z.infer<typeof slaClock>;

/** 场景: the interruptions a rule is about. All that it names must hold; what it does not name may be anything. */
export const handoffScene = z.object({
  journeys: z.array(journeyId).min(1).optional(),
  steps: z.array(stepId).min(1).optional(),
  /** Where it broke. */
  touchpoints: z.array(touchpointId).min(1).optional(),
  kinds: z.array(kind).min(1).optional(),
  reasons: z.array(reasonId).min(1).optional(),
  segments: z.array(segmentId).min(1).optional(),
  /** These and all below them. */
  organisations: z.array(organisationId).min(1).optional(),
  /** A number among the attributes of the event that broke, such as the amount asked for. */
  amount: z.object({ attribute: z.string().min(1).max(100), atLeast: z.number().optional(), below: z.number().optional() }).optional(),
});
export type HandoffScene = z.infer<typeof handoffScene>;

/**
 * 九应接: which interruptions somebody has to pick up, how soon, and through which touchpoint. Of the enabled rules that match a pending
 * interruption the first in order opens its task.
 */
export const handoffRule = z.object({
  id: ruleId,
  name: localized,
  /** 示例: shipped as an example to be replaced by the company's own clause. */
  example: z.boolean().optional(),
  enabled: z.boolean(),
  scene: handoffScene,
  mode: taskMode,
  /** The carrier that is to pick the customer up. */
  touchpoint: touchpointId,
  /** Whose work it is; absent: anybody's. */
  department: departmentId.optional(),
  /** From the break until the task is due. */
  slaMinutes: z.int().min(1).max(43_200),
  clock: slaClock,
  priority: taskPriority,
  /** Minutes past due, on the same clock, after which each level is told; ascending. Level 1 is the first. */
  escalateAfterMinutes: z.array(z.int().min(0).max(43_200)).max(3).default([0, 120]),
});
export type HandoffRule = z.infer<typeof handoffRule>;
