import { compareText, type HandoffTask, isOverdueTask, type TaskState, taskIsAt, taskUrgency, UNFINISHED_TASK_STATES } from '#model';
import type { TaskQuestion, Visible } from '../../ports';

export const isVisibleTask = ({ organisation }: HandoffTask, visible: Visible): boolean => visible === 'all' || (organisation !== undefined && visible.has(organisation));

/** What a search looks in, folded as `folded` folds what is searched for. */
export const taskSearchText = ({ id, interruption, customer }: HandoffTask): string => folded([id, interruption.instance, customer ?? ''].join('\n'));

/** Without regard to case. */
export const folded = (text: string): string => text.toLowerCase();

export const onlyUnfinished = (states: readonly TaskState[]): boolean => states.every((state) => UNFINISHED_TASK_STATES.some((one) => one === state));

/** Whether a task is in the answer to a question. */
export function taskAnswers(task: HandoffTask, question: TaskQuestion): boolean {
  const { states, assignee, department, journey, place, touchpoint, rule, priority, overdue, instance, q, me, visible, now } = question;
  if (!isVisibleTask(task, visible)) return false;
  if (!states.includes(task.state)) return false;
  if (assignee === 'none' && task.assignee !== undefined) return false;
  if (assignee !== undefined && assignee !== 'none' && !isPerson(task.assignee, assignee === 'me' ? me : assignee)) return false;
  if (department !== undefined && task.department !== department) return false;
  if (journey !== undefined && task.interruption.journey !== journey) return false;
  if (place && !taskIsAt(task, place)) return false;
  if (touchpoint !== undefined && task.touchpoint !== touchpoint) return false;
  if (rule !== undefined && task.rule !== rule) return false;
  if (priority !== undefined && task.priority !== priority) return false;
  if (overdue !== undefined && isOverdueTask(task, now) !== overdue) return false;
  if (instance !== undefined && task.interruption.instance !== instance) return false;
  return q === undefined || taskSearchText(task).includes(folded(q));
}

/** Nobody is not the same person as nobody. */
const isPerson = (one: string | undefined, asked: string | undefined): boolean => one !== undefined && one === asked;

/** The order of a question's answer; ties by id. */
export function taskOrder({ sort, now }: Pick<TaskQuestion, 'sort' | 'now'>): (a: HandoffTask, b: HandoffTask) => number {
  if (sort === 'urgency') return taskUrgency(now);
  const field = sort.replace('-', '') as 'dueAt' | 'openedAt' | 'updatedAt'; // What sorts are named after.
  const direction = sort.startsWith('-') ? -1 : 1;
  return (a, b) => direction * compareText(a[field], b[field]) || compareText(a.id, b.id);
}
