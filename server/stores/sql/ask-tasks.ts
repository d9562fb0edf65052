import { TASK_PRIORITIES, UNFINISHED_TASK_STATES } from '#model';
import type { Expression, ExpressionBuilder, SelectQueryBuilder, SqlBool } from 'kysely';
import type { TaskQuestion, Visible } from '../../ports';
import { folded, onlyUnfinished } from '../ledger/task-questions';
import { among, containing } from './conditions';
import type { DeskSchema } from './desk-schema';

type Tasks = ExpressionBuilder<DeskSchema, 'tasks'>;

export const seen = (eb: Tasks, visible: Visible): Expression<SqlBool> => (visible === 'all' ? eb.lit(true) : among(eb, 'organisation', [...visible]));

export const isOverdue = (eb: Tasks, now: string): Expression<SqlBool> => eb.and([eb('ended', '=', eb.lit(0)), eb('due_at', '<', now)]);

/** `taskAnswers`, as a condition. */
export function answersTask(eb: Tasks, question: TaskQuestion): Expression<SqlBool> {
  const { states, assignee, department, journey, place, touchpoint, rule, priority, overdue, instance, q, me, visible, now } = question;
  const conditions: Expression<SqlBool>[] = [];
  // A condition on the state would lead away from the index of all that is unfinished.
  const unfinished = onlyUnfinished(states);
  if (unfinished) conditions.push(eb('ended', '=', eb.lit(0)));
  if (!unfinished || !UNFINISHED_TASK_STATES.every((state) => states.includes(state))) conditions.push(among(eb, 'state', states));
  if (visible !== 'all') conditions.push(seen(eb, visible));
  if (assignee === 'none') conditions.push(eb('assignee', 'is', null));
  else if (assignee !== undefined) conditions.push(among(eb, 'assignee', [assignee === 'me' ? me : assignee]));
  if (department !== undefined) conditions.push(eb('department', '=', department));
  if (journey !== undefined) conditions.push(eb('journey', '=', journey));
  if (place) {
    conditions.push(eb('journey', '=', place.journey), eb('break_touchpoint', '=', place.touchpoint));
    if (place.step !== undefined) conditions.push(eb('step', '=', place.step));
  }
  if (touchpoint !== undefined) conditions.push(eb('touchpoint', '=', touchpoint));
  if (rule !== undefined) conditions.push(eb('rule', '=', rule));
  if (priority !== undefined) conditions.push(eb('priority', '=', TASK_PRIORITIES.indexOf(priority)));
  if (overdue !== undefined) conditions.push(overdue ? isOverdue(eb, now) : eb.not(isOverdue(eb, now)));
  if (instance !== undefined) conditions.push(eb('instance', '=', instance));
  if (q !== undefined) conditions.push(containing(eb.ref('search'), folded(q)));
  return eb.and(conditions);
}

/** `taskOrder`, as an order. */
export function orderTasks<Selected>(query: SelectQueryBuilder<DeskSchema, 'tasks', Selected>, { sort, now }: TaskQuestion): SelectQueryBuilder<DeskSchema, 'tasks', Selected> {
  if (sort === 'urgency')
    return query
      .orderBy((eb) => eb.case().when(isOverdue(eb, now)).then(eb.lit(0)).else(eb.lit(1)).end())
      .orderBy('priority')
      .orderBy('due_at')
      .orderBy('id');
  const columns = { dueAt: 'due_at', openedAt: 'opened_at', updatedAt: 'updated_at' } as const;
  const column = columns[sort.replace('-', '') as keyof typeof columns]; // What sorts are named after.
  return query.orderBy(column, sort.startsWith('-') ? 'desc' : 'asc').orderBy('id');
}
