import { compareIds } from './compare-ids';
import { daysBetween, dayOfWeek, addDays } from './days';
import { TASK_PRIORITIES } from './handoff-rule';
import { type HandoffTask, isOverdueTask } from './handoff-task';
import { concernsPlace, type PlaceKey } from './locus';
import type { Stamp } from './stamp';
import { type Complaint, isOpenTicket, type Ticket, TICKET_STATES } from './ticket';
import type { Day } from './time';

/** Overdue first, then by priority, then by due time: what to do next. Ties by id. */
export const taskUrgency = (now: Stamp) => (a: HandoffTask, b: HandoffTask): number =>
  Number(isOverdueTask(b, now)) - Number(isOverdueTask(a, now)) ||
  TASK_PRIORITIES.indexOf(a.priority) - TASK_PRIORITIES.indexOf(b.priority) ||
  compareText(a.dueAt, b.dueAt) ||
  compareText(a.id, b.id);

/** Open before ended, then by due day (without one last). Ties by number. */
export const ticketUrgency = (a: Ticket, b: Ticket): number =>
  Number(isOpenTicket(b)) - Number(isOpenTicket(a)) || compareText(a.due ?? '9999', b.due ?? '9999') || compareTicketIds(a.id, b.id);

/** `ZG-9` before `ZG-10`. */
export const compareTicketIds = (a: string, b: string): number => a.length - b.length || compareText(a, b);

/** By code point, as SQL orders text. */
export const compareText = compareIds;

/** Days past due of an open ticket; 0 when it is not late. */
export const daysLate = ({ state, due }: Pick<Ticket, 'state' | 'due'>, today: Day): number =>
  isOpenTicket({ state }) && due !== undefined && due < today ? daysBetween(due, today) : 0;

/** 法定期限: the last day for the complaint a ticket is linked to, 15 days from its receipt, 30 when complex, 30 more when approved. */
export const statutoryDue = ({ receivedOn, complex, extension }: Complaint): Day => addDays(receivedOn, (complex ? 30 : 15) + (extension ? 30 : 0));

/** Sunday of the week of a day. */
export const weekEnd = (today: Day): Day => addDays(today, 7 - dayOfWeek(today));

/** Whether a task is at a place of the map. */
export const taskIsAt = ({ interruption }: HandoffTask, { journey, step, touchpoint }: PlaceKey): boolean =>
  interruption.journey === journey && (step === undefined || interruption.step === step) && (touchpoint === undefined || interruption.touchpoint === touchpoint);

export const ticketIsAt = ({ locus }: Ticket, place: PlaceKey): boolean => concernsPlace(locus, place);

export const ticketStateOrder = ({ state }: Ticket): number => TICKET_STATES.indexOf(state);
