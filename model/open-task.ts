import type { HandoffRule } from './handoff-rule';
import type { HandoffTask } from './handoff-task';
import type { CustomerId, EventId, InstanceId, InterruptionId, JourneyId, OrganisationId, ReasonId, SegmentId, StepId, TaskId, TouchpointId } from './ids';
import type { Kind } from './interruption';
import { personalContact, withoutPersonal } from './mask-contact';
import type { Attributes, Outcome } from './service-event';
import { instantOf, stampOf } from './stamp';
import { type Instant, MINUTE } from './time';
import { addWorkingTime } from './working-time';
import type { WorkingCalendar } from './working-calendar';
import type { Zone } from './zone';

/** An interruption with whose it is and the journey up to it: what rules judge and tasks are made of. */
export interface BrokenService {
  id: InterruptionId;
  instance: InstanceId;
  journey: JourneyId;
  step: StepId;
  touchpoint: TouchpointId;
  kind: Kind;
  reason?: ReasonId | undefined;
  at: Instant;
  organisation?: OrganisationId | undefined;
  segment?: SegmentId | undefined;
  customer?: CustomerId | undefined;
  /** In order; the last is the event it hangs on. */
  context: readonly { id: EventId; step: StepId; touchpoint: TouchpointId; outcome: Outcome; at: Instant; reason?: ReasonId | undefined; attributes?: Attributes | undefined }[];
}

/** By when a task is due, and when each level is told that it is not done. */
export interface TaskTimes {
  dueAt: Instant;
  escalateAt: Instant[];
}

/** The times that a rule gives to a break: both on the rule's clock. */
export function ruleTimes({ slaMinutes, clock, escalateAfterMinutes }: HandoffRule, at: Instant, calendar: WorkingCalendar, zone: Zone): TaskTimes {
  const after = (from: Instant, minutes: number): Instant => (clock === 'working' ? addWorkingTime(calendar, zone, from, minutes) : from + minutes * MINUTE);
  const dueAt = after(at, slaMinutes);
  return { dueAt, escalateAt: escalateAfterMinutes.map((minutes) => after(dueAt, minutes)) };
}

/** What a task is beside its interruption: as a rule says, or as whoever reports it does. */
export interface TaskOrder extends Pick<HandoffTask, 'rule' | 'source' | 'mode' | 'touchpoint' | 'department' | 'priority' | 'assignee' | 'contact' | 'note'> {
  times: TaskTimes;
  /** Known beside what the events carry. */
  entered?: Attributes | undefined;
}

/** The order that a rule gives for a break. */
export const orderOf = (rule: HandoffRule, times: TaskTimes): TaskOrder => ({
  rule: rule.id,
  mode: rule.mode,
  touchpoint: rule.touchpoint,
  department: rule.department,
  priority: rule.priority,
  times,
});

/** A new task. What the events carry about the person is masked: nothing else of them is stored. */
export function openTask(id: TaskId, broken: BrokenService, { times, entered, assignee, contact, ...order }: TaskOrder, now: Instant): HandoffTask {
  const { organisation, segment, customer, context, at, id: interruption, instance, journey, step, touchpoint, kind, reason } = broken;
  const known: Attributes = {};
  for (const { attributes } of context) Object.assign(known, attributes);
  Object.assign(known, entered);
  const openedAt = stampOf(now);
  return {
    id,
    version: 1,
    state: assignee === undefined ? 'open' : 'claimed',
    interruption: { id: interruption, instance, journey, step, touchpoint, kind, reason, at: stampOf(at) },
    organisation,
    segment,
    customer,
    ...order,
    openedAt,
    dueAt: stampOf(times.dueAt),
    escalation: { level: 0, to: [] },
    escalateAt: times.escalateAt.map(stampOf),
    assignee,
    claimedAt: assignee === undefined ? undefined : openedAt,
    contact: personalContact(contact, known),
    context: {
      events: context.map(({ attributes: _, ...event }) => ({ ...event, at: stampOf(event.at) })),
      entered: withoutPersonal(known),
    },
    attempts: [],
    updatedAt: openedAt,
  };
}

/** A task with another due time: the levels that have not been told yet move with it. */
export function dueOn(task: HandoffTask, dueAt: Instant): HandoffTask {
  const moved = dueAt - instantOf(task.dueAt);
  const escalateAt = task.escalateAt.map((at, level) => (level < task.escalation.level ? at : stampOf(instantOf(at) + moved)));
  return { ...task, dueAt: stampOf(dueAt), escalateAt };
}
