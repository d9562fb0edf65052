import { type HandoffTask, isOpenTicket, isUnfinishedTask, TASK_PRIORITIES, type Ticket, ticketStateOrder } from '#model';
import { taskSearchText } from '../ledger/task-questions';
import { testDayOf, ticketSearchText } from '../ledger/ticket-questions';
import type { TaskRow, TicketRow } from './desk-schema';

/** What lists ask about of a task. */
export const taskRow = (task: HandoffTask): TaskRow => ({
  id: task.id,
  version: task.version,
  state: task.state,
  ended: Number(!isUnfinishedTask(task)),
  interruption: task.interruption.id,
  instance: task.interruption.instance,
  journey: task.interruption.journey,
  step: task.interruption.step,
  break_touchpoint: task.interruption.touchpoint,
  touchpoint: task.touchpoint,
  organisation: task.organisation ?? null,
  department: task.department ?? null,
  assignee: task.assignee ?? null,
  rule: task.rule ?? null,
  priority: TASK_PRIORITIES.indexOf(task.priority),
  opened_at: task.openedAt,
  due_at: task.dueAt,
  updated_at: task.updatedAt,
  escalate_at: JSON.stringify(task.escalateAt),
  level: task.escalation.level,
  search: taskSearchText(task),
});

/** What lists ask about of a ticket. */
export const ticketRow = (ticket: Ticket): TicketRow => ({
  id: ticket.id,
  id_order: `${String(ticket.id.length).padStart(3, '0')}${ticket.id}`,
  version: ticket.version,
  state: ticket.state,
  state_order: ticketStateOrder(ticket),
  ended: Number(!isOpenTicket(ticket)),
  title: ticket.title,
  search: ticketSearchText(ticket),
  owner: ticket.owner ?? null,
  department: ticket.department ?? null,
  due: ticket.due ?? null,
  journey: ticket.locus.journey,
  step: ticket.locus.step ?? null,
  touchpoint: ticket.locus.touchpoint ?? null,
  kind: ticket.locus.kind ?? null,
  reason: ticket.locus.reason ?? null,
  recurred: Number(ticket.recurrences.length > 0),
  complaint: Number(ticket.complaint !== undefined),
  test_day: testDayOf(ticket) ?? null,
  passed: ticket.tested ? Number(ticket.tested.passed) : null,
  submitted_by: ticket.submittedBy ?? null,
  submitted_owner: ticket.submittedOwner ?? null,
  rate: ticket.baseline?.rate ?? 0,
  registered_at: ticket.registeredAt,
  updated_at: ticket.updatedAt,
  effective: JSON.stringify(ticket.effective),
  watchers: JSON.stringify(ticket.watchers),
});
