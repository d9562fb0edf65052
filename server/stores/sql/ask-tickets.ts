import { sql, type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import type { TicketAsker, TicketQuestion } from '../../ports';
import { folded } from '../ledger/task-questions';
import type { TicketGroup } from '../ledger/ticket-questions';
import { among, containing } from './conditions';
import type { DeskSchema, TicketRow } from './desk-schema';

type Tickets = ExpressionBuilder<DeskSchema, 'tickets'>;

const isOpen = (eb: Tickets): Expression<SqlBool> => eb('ended', '=', eb.lit(0));

export const isLate = (eb: Tickets, { today }: TicketAsker): Expression<SqlBool> => eb.and([isOpen(eb), eb('due', '<', today)]);

export const isDueThisWeek = (eb: Tickets, { today, weekEnds }: TicketAsker): Expression<SqlBool> => eb.and([isOpen(eb), eb('due', '>=', today), eb('due', '<=', weekEnds)]);

/** In verification, its test day has come, and the asker is a manager who has no hand in it; and what the test says. */
export function waits(eb: Tickets, waiting: NonNullable<TicketQuestion['waiting']>, { me, isManager, today }: TicketAsker): Expression<SqlBool> {
  if (!isManager) return eb.lit(false);
  const hands = (['owner', 'submitted_by', 'submitted_owner'] as const).map((column) => eb.or([eb(column, 'is', null), eb(column, '<>', me)]));
  return eb.and([eb('state', '=', 'verifying'), eb('test_day', '<=', today), ...(waiting === 'verify' ? [] : [eb('passed', '=', eb.lit(waiting === 'passed' ? 1 : 0))]), ...hands]);
}

/** `ticketAnswers`, as a condition. */
export function answersTicket(eb: Tickets, question: TicketQuestion): Expression<SqlBool> {
  const { ids, states, owner, department, journey, place, kind, due, waiting, recurred, complaint, watcher, q, asker } = question;
  const conditions: Expression<SqlBool>[] = [];
  const asks = (condition: Expression<SqlBool> | false | undefined) => condition && conditions.push(condition);
  asks(ids && among(eb, 'id', ids));
  asks(states && among(eb, 'state', states));
  if (owner === 'none') asks(eb('owner', 'is', null));
  else asks(owner !== undefined && eb('owner', '=', owner === 'me' ? asker.me : owner));
  asks(department !== undefined && among(eb, 'department', [department === 'mine' ? asker.department : department]));
  asks(journey !== undefined && eb('journey', '=', journey));
  if (place) {
    asks(eb('journey', '=', place.journey));
    asks(eb.or([eb('touchpoint', 'is', null), eb('touchpoint', '=', place.touchpoint)]));
    asks(place.step !== undefined && eb.or([eb('step', 'is', null), eb('step', '=', place.step)]));
  }
  asks(kind !== undefined && eb('kind', '=', kind));
  asks(due === 'late' && isLate(eb, asker));
  asks(due === 'week' && isDueThisWeek(eb, asker));
  asks(waiting !== undefined && waits(eb, waiting, asker));
  asks(recurred !== undefined && eb('recurred', '=', Number(recurred)));
  asks(complaint !== undefined && eb('complaint', '=', Number(complaint)));
  asks(watcher === 'me' && sql<SqlBool>`id in (select ticket from ticket_watchers where person = ${asker.me})`);
  asks(q !== undefined && containing(eb.ref('search'), folded(q)));
  return eb.and(conditions);
}

/** The column of a group's key. */
export const groupColumn = (group: TicketGroup): 'state_order' | 'owner' | 'department' | 'journey' => (group === 'state' ? 'state_order' : group);

/** `ticketOrder`, as an order. */
export function orderTickets<Selected>(query: Asked<Selected>, { sort, group }: Pick<TicketQuestion, 'sort' | 'group'>): Asked<Selected> {
  const grouped = group ? absentLast(query, groupColumn(group), 'asc') : query;
  if (sort === 'urgency') return absentLast(grouped.orderBy('ended'), 'due', 'asc').orderBy('id_order');
  const columns = {
    due: 'due',
    id: 'id_order',
    updatedAt: 'updated_at',
    registeredAt: 'registered_at',
    title: 'title',
    state: 'state_order',
    owner: 'owner',
    department: 'department',
    rate: 'rate',
  } as const;
  const column = columns[sort.replace('-', '') as keyof typeof columns]; // What sorts are named after.
  const sorted = absentLast(grouped, column, sort.startsWith('-') ? 'desc' : 'asc');
  return column === 'id_order' ? sorted : sorted.orderBy('id_order');
}

type Asked<Selected> = SelectQueryBuilder<DeskSchema, 'tickets', Selected>;

/** What an index can follow, unlike NULLS LAST. */
export function absentLast<Selected>(query: Asked<Selected>, column: keyof TicketRow, direction: 'asc' | 'desc'): Asked<Selected> {
  const mayBeAbsent = column === 'due' || column === 'owner' || column === 'department';
  return (mayBeAbsent ? query.orderBy(sql`${sql.ref(column)} is null`) : query).orderBy(column, direction);
}
