import { type HandoffTask, handoffTask, type TaskId, type Ticket, ticket, TICKET_STATES, type TicketId } from '#model';
import type { Kysely } from 'kysely';
import type { TaskQuestion, TicketPage, TicketQuestion } from '../../ports';
import { answersTask, orderTasks } from './ask-tasks';
import { absentLast, answersTicket, groupColumn, orderTickets } from './ask-tickets';
import { builtOnce } from './built-once';
import type { DeskSchema } from './desk-schema';
import type { KeptDocuments } from './kept-documents';
import { storedAs } from './stored-as';

type On = Kysely<DeskSchema>;
type Page = { offset: number; limit: number };

export const readTask = storedAs(handoffTask);
export const readTicket = storedAs(ticket);

const taskBody = builtOnce((on: On, id: TaskId) => on.selectFrom('task_bodies').select('body').where('id', '=', id));
const ticketBody = builtOnce((on: On, id: TicketId) => on.selectFrom('ticket_bodies').select('body').where('id', '=', id));

export async function storedTask(on: On, id: TaskId): Promise<HandoffTask | undefined> {
  const [row] = await taskBody(on, id);
  return row && readTask(row.body);
}

export async function storedTicket(on: On, id: TicketId): Promise<Ticket | undefined> {
  const [row] = await ticketBody(on, id);
  return row && readTicket(row.body);
}

const documentOf = builtOnce((on: On, name: string) => on.selectFrom('documents').select(['version', 'body']).where('name', '=', name));

export async function storedDocument(on: On, name: string): Promise<{ version: number; body: unknown }> {
  const [row] = await documentOf(on, name);
  return row ? { version: row.version, body: JSON.parse(row.body) } : { version: 0, body: undefined };
}

/** A page of tasks; only what is on it is read as a whole, and only what was not read before. */
export async function pageOfTasks(on: On, kept: KeptDocuments<HandoffTask>, question: TaskQuestion, { offset, limit }: Page): Promise<{ total: number; items: HandoffTask[] }> {
  const asked = on.selectFrom('tasks').where((eb) => answersTask(eb, question));
  const { total } = await asked.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await orderTasks(asked.select(['id', 'version']), question).limit(limit).offset(offset).execute();
  return { total: Number(total), items: await documents(on, 'task_bodies', kept, rows) };
}

export async function pageOfTickets(on: On, kept: KeptDocuments<Ticket>, question: TicketQuestion, { offset, limit }: Page): Promise<TicketPage> {
  const asked = on.selectFrom('tickets').where((eb) => answersTicket(eb, question));
  const { total } = await asked.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await orderTickets(asked.select(['id', 'version']), question).limit(limit).offset(offset).execute();
  return { total: Number(total), items: await documents(on, 'ticket_bodies', kept, rows), groups: await groups(on, question) };
}

/** All ids of a question, in its order. */
export async function idsOfTickets(on: On, question: TicketQuestion): Promise<TicketId[]> {
  const asked = on.selectFrom('tickets').where((eb) => answersTicket(eb, question));
  return (await orderTickets(asked.select('id'), question).execute()).map(({ id }) => id);
}

/** These tickets, in this order, without those that are not there (any more). */
export async function ticketsOf(on: On, ids: readonly TicketId[]): Promise<Ticket[]> {
  const stored = await bodies(on, 'ticket_bodies', ids);
  return ids.flatMap((id) => {
    const body = stored.get(id);
    return body === undefined ? [] : [readTicket(body)];
  });
}

async function groups(on: On, question: TicketQuestion): Promise<TicketPage['groups']> {
  const { group } = question;
  if (!group) return undefined;
  const column = groupColumn(group);
  const grouped = on
    .selectFrom('tickets')
    .where((eb) => answersTicket(eb, question))
    .select([column, ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(column);
  const rows = await absentLast(grouped, column, 'asc').execute();
  return rows.map(({ count, ...row }) => {
    const key = Object.values(row)[0];
    return { key: typeof key === 'number' ? TICKET_STATES[key] : (key ?? undefined), count: Number(count) };
  });
}

async function documents<Item extends { id: string; version: number }>(
  on: On,
  table: 'task_bodies' | 'ticket_bodies',
  kept: KeptDocuments<Item>,
  rows: readonly { id: string; version: number }[],
): Promise<Item[]> {
  const known = rows.map(({ id, version }) => kept.get(id, version));
  const stored = await bodies(on, table, rows.flatMap(({ id }, index) => (known[index] ? [] : [id])));
  return rows.flatMap(({ id }, index) => {
    const body = stored.get(id);
    return known[index] ?? (body === undefined ? [] : kept.read(body));
  });
}

async function bodies(on: On, table: 'task_bodies' | 'ticket_bodies', ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await on.selectFrom(table).select(['id', 'body']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, body }) => [id, body]));
}
