import type { Delivery } from '#contract';
import { type AuditEntry, chainEntry, type HandoffTask, type InterruptionId, type TaskId, type Ticket, type TicketId } from '#model';
import { type Compilable, type Kysely, type RawBuilder, sql } from 'kysely';
import { type Access, actorText, type LedgerChange, type RememberedAnswer, type Written } from '../../ports';
import { numberOf } from '../ledger/number-of';
import { type Refusal, refusalOf } from '../ledger/refusal';
import type { DeskSchema, TaskRow, TicketRow } from './desk-schema';
import { taskRow, ticketRow } from './ledger-rows';
import { othersTurn, parts } from './parsed';
import { builtOnce } from './built-once';
import { storedDocument, storedTask, storedTicket } from './read-ledger';
import { sha256 } from './sha256';

type On = Kysely<DeskSchema>;

/** Rows a statement carries: with some thirty columns each they stay below the parameters that a statement may have. */
const ROWS = 500;
/** Rows changed before others get the thread. */
const A_TURN = 100;
/** Answers are remembered for as long. */
const REMEMBERED_MS = 2 * 24 * 60 * 60 * 1000;

/** Stores a checked change, or nothing of it when it is refused. @param on a transaction, in which nobody else writes */
export async function writeChange(on: On, { actor }: Access, change: LedgerChange): Promise<Written> {
  const { tasks = [], tickets = [], comments = [], attachments = [], removedAttachments = [], documents = [], deliveries = [], audit, remember } = change;
  const answer = remember && (await rememberedAnswer(on, actorText(actor), remember.key));
  if (answer) return { kind: 'repeated', answer };
  const stored = await storedRows(on, change);
  const refusal = await refusalBy(on, change, stored);
  if (refusal) return refusedWith(on, refusal);

  await storeTasks(on, tasks.map(({ next }) => next), stored.tasks);
  await storeTickets(on, tickets.map(({ next }) => next), stored.tickets);
  await raiseNumber(on, 'task', tasks);
  await raiseNumber(on, 'ticket', tickets);
  for (const one of comments) await on.insertInto('comments').values({ ticket: one.ticket, body: JSON.stringify(one) }).execute();
  for (const { attachment, content } of attachments) {
    const { id, ticket } = attachment;
    await on.insertInto('attachments').values({ id, ticket, body: JSON.stringify(attachment), content }).execute();
  }
  for (const id of removedAttachments) await on.deleteFrom('attachments').where('id', '=', id).execute();
  for (const { name, body } of documents) {
    const { version } = await storedDocument(on, name);
    const row = { version: version + 1, body: JSON.stringify(body ?? null) };
    await on
      .insertInto('documents')
      .values({ name, ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute();
  }
  for (const delivery of deliveries) await storeDelivery(on, delivery);
  if (remember) await storeAnswer(on, actorText(actor), remember);
  return { kind: 'stored', audit: await storeAudit(on, audit) };
}

/** Adds entries to the chain, each linked to the one before. */
export async function storeAudit(on: On, drafts: LedgerChange['audit']): Promise<AuditEntry[]> {
  let [last]: Pick<AuditEntry, 'sequence' | 'hash'>[] = await lastEntry(on);
  const entries: AuditEntry[] = [];
  for (const [index, draft] of drafts.entries()) {
    if (index % A_TURN === A_TURN - 1) await othersTurn();
    const entry: AuditEntry = await chainEntry(draft, last, sha256);
    entries.push(entry);
    last = entry;
    await insertEntry(on, entry.sequence, entry.subject.kind, entry.subject.id, entry.hash, JSON.stringify(entry));
  }
  return entries;
}

export async function storeDelivery(on: On, delivery: Delivery): Promise<void> {
  const row = { webhook: delivery.webhook, state: delivery.state, next_at: delivery.nextAt ?? null, body: JSON.stringify(delivery) };
  await on
    .insertInto('deliveries')
    .values({ id: delivery.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function rememberedAnswer(on: On, actor: string, key: string): Promise<RememberedAnswer | undefined> {
  const [row] = await answerOf(on, actor, key);
  return row && { fingerprint: row.fingerprint, status: row.status, body: JSON.parse(row.body) };
}

async function storeAnswer(on: On, actor: string, { key, fingerprint, status, body }: RememberedAnswer & { key: string }): Promise<void> {
  const now = Date.now();
  await forgetAnswers(on, new Date(now - REMEMBERED_MS).toISOString());
  await insertAnswer(on, actor, key, fingerprint, status, JSON.stringify(body ?? null), new Date(now).toISOString());
}

async function storeTasks(on: On, tasks: readonly HandoffTask[], stored: ReadonlyMap<TaskId, TaskRow>): Promise<void> {
  const added = tasks.filter(({ id }) => !stored.has(id));
  for (const part of parts(added, ROWS)) {
    await on.insertInto('tasks').values(part.map(taskRow)).execute();
    await on.insertInto('task_bodies').values(part.map((task) => ({ id: task.id, body: JSON.stringify(task) }))).execute();
  }
  for (const [index, task] of tasks.entries()) {
    const before = stored.get(task.id);
    if (!before) continue;
    if (index % A_TURN === A_TURN - 1) await othersTurn();
    await update(on, 'tasks', before, taskRow(task));
    await updateTaskBody(on, JSON.stringify(task), task.id);
  }
}

async function storeTickets(on: On, tickets: readonly Ticket[], stored: ReadonlyMap<TicketId, TicketRow>): Promise<void> {
  const added = tickets.filter(({ id }) => !stored.has(id));
  for (const part of parts(added, ROWS)) {
    await on.insertInto('tickets').values(part.map(ticketRow)).execute();
    await on.insertInto('ticket_bodies').values(part.map((ticket) => ({ id: ticket.id, body: JSON.stringify(ticket) }))).execute();
  }
  for (const [index, ticket] of tickets.entries()) {
    const before = stored.get(ticket.id);
    if (!before) continue;
    if (index % A_TURN === A_TURN - 1) await othersTurn();
    await update(on, 'tickets', before, ticketRow(ticket));
    await updateTicketBody(on, JSON.stringify(ticket), ticket.id);
  }
  const watched = tickets.filter(({ id, watchers }) => (stored.get(id)?.watchers ?? '[]') !== JSON.stringify(watchers));
  for (const part of parts(watched, ROWS)) await on.deleteFrom('ticket_watchers').where('ticket', 'in', part.map(({ id }) => id)).execute();
  const watchers = watched.flatMap(({ id, watchers: people }) => [...new Set(people)].map((person) => ({ ticket: id, person })));
  for (const part of parts(watchers, ROWS)) await on.insertInto('ticket_watchers').values(part).execute();
}

/** Writes the columns that differ, and so touches no index of the others. */
async function update<Row extends { id: string }>(on: On, table: 'tasks' | 'tickets', before: Row, after: Row): Promise<void> {
  const changed = (Object.keys(after) as (keyof Row & string)[]).filter((column) => after[column] !== before[column]); // A row has no other keys.
  if (changed.length === 0) return;
  const name = [table, ...changed].join();
  let statement = updates.get(name);
  if (!statement) {
    statement = builtOnce((to, ...values: unknown[]) => {
      const set = changed.map((column, index) => sql`${sql.ref(column)} = ${values[index]}`);
      return inTerms(to, sql`update ${sql.table(table)} set ${sql.join(set)} where id = ${values.at(-1)}`);
    });
    updates.set(name, statement);
  }
  await statement(on, ...changed.map((column) => after[column]), after.id);
}

/** By table and columns: few are changed together. */
const updates = new Map<string, (on: On, ...values: unknown[]) => Promise<unknown[]>>();

const inTerms = <Row>(on: On, statement: RawBuilder<Row>): Compilable<Row> => ({ compile: () => statement.compile(on) });

const lastEntry = builtOnce((on: On) => on.selectFrom('audit').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(sql.lit(1)));
const insertEntry = builtOnce((on: On, sequence: number, subject_kind: string, subject_id: string, hash: string, body: string) =>
  on.insertInto('audit').values({ sequence, subject_kind, subject_id, hash, body }),
);
const answerOf = builtOnce((on: On, actor: string, key: string) => on.selectFrom('remembered').select(['fingerprint', 'status', 'body']).where('actor', '=', actor).where('key', '=', key));
const forgetAnswers = builtOnce((on: On, before: string) => on.deleteFrom('remembered').where('stored_at', '<', before));
const insertAnswer = builtOnce((on: On, actor: string, key: string, fingerprint: string, status: number, body: string, stored_at: string) =>
  on.insertInto('remembered').values({ actor, key, fingerprint, status, body, stored_at }),
);
const updateTaskBody = builtOnce((on: On, body: string, id: TaskId) => on.updateTable('task_bodies').set({ body }).where('id', '=', id));
const updateTicketBody = builtOnce((on: On, body: string, id: TicketId) => on.updateTable('ticket_bodies').set({ body }).where('id', '=', id));

/** Numbers are never given twice: the audit names also what is gone. */
async function raiseNumber(on: On, kind: 'task' | 'ticket', stored: readonly { next: { id: string }; expected?: number | undefined }[]): Promise<void> {
  const greatest = stored.reduce((most, { next, expected }) => (expected === undefined ? Math.max(most, numberOf(next.id)) : most), 0);
  if (greatest === 0) return;
  await on
    .insertInto('numbers')
    .values({ kind, greatest })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet({ greatest }).where('numbers.greatest', '<', greatest))
    .execute();
}

interface StoredRows {
  tasks: ReadonlyMap<TaskId, TaskRow>;
  tickets: ReadonlyMap<TicketId, TicketRow>;
}

/** The rows of what a change is about. */
async function storedRows(on: On, { tasks = [], tickets = [] }: LedgerChange): Promise<StoredRows> {
  const stored = { tasks: new Map<TaskId, TaskRow>(), tickets: new Map<TicketId, TicketRow>() };
  for (const part of parts(tasks, ROWS)) {
    const ids = part.map(({ next }) => next.id);
    if (tasks.length > ROWS) await othersTurn();
    for (const row of await rowsOf(on, ids, taskRowOf, () => on.selectFrom('tasks').selectAll().where('id', 'in', ids).execute())) stored.tasks.set(row.id, row);
  }
  for (const part of parts(tickets, ROWS)) {
    const ids = part.map(({ next }) => next.id);
    if (tickets.length > ROWS) await othersTurn();
    for (const row of await rowsOf(on, ids, ticketRowOf, () => on.selectFrom('tickets').selectAll().where('id', 'in', ids).execute())) stored.tickets.set(row.id, row);
  }
  return stored;
}

const taskRowOf = builtOnce((on: On, id: TaskId) => on.selectFrom('tasks').selectAll().where('id', '=', id));
const ticketRowOf = builtOnce((on: On, id: TicketId) => on.selectFrom('tickets').selectAll().where('id', '=', id));

/** Most changes are of one. */
const rowsOf = <Id, Row>(on: On, [id, ...others]: readonly Id[], one: (on: On, id: Id) => Promise<Row[]>, all: () => Promise<Row[]>): Promise<Row[]> =>
  id !== undefined && others.length === 0 ? one(on, id) : all();

async function refusalBy(on: On, { tasks = [], tickets = [], documents = [] }: LedgerChange, stored: StoredRows): Promise<Refusal | undefined> {
  const unfinished = new Map<InterruptionId, TaskId>();
  for (const part of parts(tasks.filter(({ expected }) => expected === undefined), ROWS)) {
    const asked = part.map(({ next }) => next.interruption.id);
    const open = on.selectFrom('tasks').select(['id', 'interruption']).where('interruption', 'in', asked).where('ended', '=', sql.lit(0));
    for (const { id, interruption } of await open.execute()) unfinished.set(interruption, id);
  }
  const versions = new Map<string, number>();
  for (const { name } of documents) versions.set(name, (await storedDocument(on, name)).version);
  return refusalOf(
    { tasks, tickets, documents, audit: [] },
    {
      task: (id) => stored.tasks.get(id)?.version,
      unfinished: (interruption) => unfinished.get(interruption),
      ticket: (id) => stored.tickets.get(id)?.version,
      document: (name) => versions.get(name) ?? 0,
    },
  );
}

/** A refusal with what stands in the way. */
async function refusedWith(on: On, refusal: Refusal): Promise<Written> {
  if ('document' in refusal) return { kind: 'stale', document: { name: refusal.document, ...(await storedDocument(on, refusal.document)) } };
  if ('ticket' in refusal) return { kind: 'stale', ticket: await storedTicket(on, refusal.ticket) };
  const task = await storedTask(on, refusal.task);
  return refusal.kind === 'open-task' && task ? { kind: 'open-task', task } : { kind: 'stale', task };
}
