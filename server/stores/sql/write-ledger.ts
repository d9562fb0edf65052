import type { Delivery } from '#contract';
import { type AuditEntry, chainEntry, type HandoffTask, type InterruptionId, type TaskId, type Ticket, type TicketId } from '#model';
import { sql, type Insertable, type Kysely } from 'kysely';
import { type Access, actorText, type LedgerChange, type RememberedAnswer, type Written } from '../../ports';
import { numberOf } from '../ledger/number-of';
import { type Refusal, refusalOf } from '../ledger/refusal';
import type { DeskSchema } from './desk-schema';
import { taskRow, ticketRow } from './ledger-rows';
import { parts } from './parsed';
import { storedDocument, storedTask, storedTicket } from './read-ledger';

type On = Kysely<DeskSchema>;

/** Rows a statement carries: with some thirty columns each they stay below the parameters a statement may have. */
const ROWS = 500;
/** Answers are remembered for as long. */
const REMEMBERED_MS = 2 * 24 * 60 * 60 * 1000;

/** Stores a checked change, or nothing of it when it is refused. @param on a transaction, in which nobody else writes */
export async function writeChange(on: On, { actor }: Access, change: LedgerChange): Promise<Written> {
  const { tasks = [], tickets = [], comments = [], attachments = [], removedAttachments = [], documents = [], deliveries = [], audit, remember } = change;
  const answer = remember && (await rememberedAnswer(on, actorText(actor), remember.key));
  if (answer) return { kind: 'repeated', answer };
  const refusal = await refusalBy(on, change);
  if (refusal) return refusedWith(on, refusal);

  await storeTasks(on, tasks.map(({ next }) => next));
  await storeTickets(on, tickets.map(({ next }) => next));
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
    await upsert(on, 'documents', 'name', [{ name, version: version + 1, body: JSON.stringify(body) }]);
  }
  for (const delivery of deliveries) await storeDelivery(on, delivery);
  if (remember) await storeAnswer(on, actorText(actor), remember);
  return { kind: 'stored', audit: await storeAudit(on, audit) };
}

/** Adds entries to the chain, each linked to the one before. */
export async function storeAudit(on: On, drafts: LedgerChange['audit']): Promise<AuditEntry[]> {
  let last: Pick<AuditEntry, 'sequence' | 'hash'> | undefined = await on.selectFrom('audit').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(1).executeTakeFirst();
  const entries: AuditEntry[] = [];
  for (const draft of drafts) {
    const entry: AuditEntry = await chainEntry(draft, last);
    entries.push(entry);
    last = entry;
  }
  const rows = entries.map((entry) => ({ sequence: entry.sequence, subject_kind: entry.subject.kind, subject_id: entry.subject.id, hash: entry.hash, body: JSON.stringify(entry) }));
  for (const part of parts(rows, ROWS)) await on.insertInto('audit').values(part).execute();
  return entries;
}

export async function storeDelivery(on: On, delivery: Delivery): Promise<void> {
  const { id, webhook, state, nextAt = null } = delivery;
  await upsert(on, 'deliveries', 'id', [{ id, webhook, state, next_at: nextAt, body: JSON.stringify(delivery) }]);
}

export async function rememberedAnswer(on: On, actor: string, key: string): Promise<RememberedAnswer | undefined> {
  const row = await on.selectFrom('remembered').select(['fingerprint', 'status', 'body']).where('actor', '=', actor).where('key', '=', key).executeTakeFirst();
  return row && { fingerprint: row.fingerprint, status: row.status, body: JSON.parse(row.body) };
}

async function storeAnswer(on: On, actor: string, { key, fingerprint, status, body }: RememberedAnswer & { key: string }): Promise<void> {
  const now = Date.now();
  await on.deleteFrom('remembered').where('stored_at', '<', new Date(now - REMEMBERED_MS).toISOString()).execute();
  await on
    .insertInto('remembered')
    .values({ actor, key, fingerprint, status, body: JSON.stringify(body), stored_at: new Date(now).toISOString() })
    .execute();
}

async function storeTasks(on: On, tasks: readonly HandoffTask[]): Promise<void> {
  for (const part of parts(tasks, ROWS)) {
    await upsert(on, 'tasks', 'id', part.map(taskRow));
    await upsert(on, 'task_bodies', 'id', part.map((task) => ({ id: task.id, body: JSON.stringify(task) })));
  }
}

async function storeTickets(on: On, tickets: readonly Ticket[]): Promise<void> {
  for (const part of parts(tickets, ROWS)) {
    const rows = part.map(ticketRow);
    const ids = part.map(({ id }) => id);
    const before = new Map((await on.selectFrom('tickets').select(['id', 'watchers']).where('id', 'in', ids).execute()).map(({ id, watchers }) => [id, watchers]));
    await upsert(on, 'tickets', 'id', rows);
    await upsert(on, 'ticket_bodies', 'id', part.map((ticket) => ({ id: ticket.id, body: JSON.stringify(ticket) })));
    const watched = part.filter(({ id }, index) => (before.get(id) ?? '[]') !== rows[index]?.watchers);
    if (watched.length === 0) continue;
    await on.deleteFrom('ticket_watchers').where('ticket', 'in', watched.map(({ id }) => id)).execute();
    const watchers = watched.flatMap(({ id, watchers: people }) => [...new Set(people)].map((person) => ({ ticket: id, person })));
    for (const some of parts(watchers, ROWS)) await on.insertInto('ticket_watchers').values(some).execute();
  }
}

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

/** Inserts rows, or replaces all their columns where their key is there. */
async function upsert<Table extends 'tasks' | 'task_bodies' | 'tickets' | 'ticket_bodies' | 'documents' | 'deliveries'>(
  on: On,
  table: Table,
  key: string & keyof DeskSchema[Table],
  rows: readonly Insertable<DeskSchema[Table]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[]; // Every row has the same.
  const names = columns.map((column) => sql.ref(String(column)));
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  const replaced = columns.map((column) => sql`${sql.ref(String(column))} = ${sql.ref(`excluded.${String(column)}`)}`);
  await sql`insert into ${sql.table(table)} (${sql.join(names)}) values ${sql.join(values)} on conflict (${sql.ref(key)}) do update set ${sql.join(replaced)}`.execute(on);
}

async function refusalBy(on: On, { tasks = [], tickets = [], documents = [] }: LedgerChange): Promise<Refusal | undefined> {
  const taskVersions = new Map<TaskId, number>();
  for (const part of parts(tasks, ROWS)) {
    const ids = part.map(({ next }) => next.id);
    for (const { id, version } of await on.selectFrom('tasks').select(['id', 'version']).where('id', 'in', ids).execute()) taskVersions.set(id, version);
  }
  const unfinished = new Map<InterruptionId, TaskId>();
  for (const part of parts(tasks.filter(({ expected }) => expected === undefined), ROWS)) {
    const asked = part.map(({ next }) => next.interruption.id);
    const open = on.selectFrom('tasks').select(['id', 'interruption']).where('interruption', 'in', asked).where('ended', '=', sql.lit(0));
    for (const { id, interruption } of await open.execute()) unfinished.set(interruption, id);
  }
  const ticketVersions = new Map<TicketId, number>();
  for (const part of parts(tickets, ROWS)) {
    const ids = part.map(({ next }) => next.id);
    for (const { id, version } of await on.selectFrom('tickets').select(['id', 'version']).where('id', 'in', ids).execute()) ticketVersions.set(id, version);
  }
  const documentVersions = new Map<string, number>();
  for (const { name } of documents) documentVersions.set(name, (await storedDocument(on, name)).version);
  return refusalOf(
    { tasks, tickets, documents, audit: [] },
    {
      task: (id) => taskVersions.get(id),
      unfinished: (interruption) => unfinished.get(interruption),
      ticket: (id) => ticketVersions.get(id),
      document: (name) => documentVersions.get(name) ?? 0,
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
