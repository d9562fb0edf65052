import { attachment as attachmentSchema, comment as commentSchema, delivery as deliverySchema, type Delivery, type TicketCounts } from '#contract';
import {
  type AuditDraft,
  auditEntry,
  type AuditSubject,
  effectiveDate,
  type InterruptionId,
  journeyId,
  type JourneyId,
  locus as locusSchema,
  stamp,
  stepId,
  TASK_STATES,
  type TaskId,
  type TaskState,
  TICKET_STATES,
  type TicketId,
  type TicketState,
  touchpointId,
} from '#model';
import { type Expression, type Kysely, type SelectQueryBuilder, sql, type SqlBool } from 'kysely';
import { z } from 'zod';
import { type Access, actorText, type EffectiveTicket, type LedgerChange, type LedgerStore, type PlaceCounts, type TaskQuestion, type TicketAsker, type TicketQuestion, type Written } from '../../ports';
import { checkChange } from '../ledger/check-change';
import { WriteQueue } from '../write-queue';
import { isOverdue, seen } from './ask-tasks';
import { isDueThisWeek, isLate, waits } from './ask-tickets';
import { copyOf } from './copy-of';
import type { DeskSchema } from './desk-schema';
import type { LogFolder } from './fold-log';
import { KeptDocuments } from './kept-documents';
import { othersTurn, parsed, parts } from './parsed';
import { idsOfTickets, pageOfTasks, pageOfTickets, readTask, readTicket, storedDocument, storedTask, storedTicket, ticketsOf } from './read-ledger';
import { besideTicket, IntactEntries } from './read-beside';
import { UntilWritten } from './until-written';
import { rememberedAnswer, storeAudit, storeDelivery, writeChange } from './write-ledger';

/** Rows a statement reads where all are wanted: page by page, since SQLite has one connection. */
const ROWS = 500;
/** Documents read in one go where many are: the driver never lets go of the thread by itself. */
const A_TURN = 100;
/** Changes stored in one transaction at most. */
const TOGETHER = 50;
/** Documents of each kind that are kept parsed: some dozen pages of lists. */
const KEPT = 2_000;
/** More than this at once leave no room for what pages ask for. */
const A_PAGE = 100;

type Page = { offset: number; limit: number };

interface Waiting {
  access: Access;
  change: LedgerChange;
  resolve: (written: Written) => void;
  reject: (error: unknown) => void;
}

const stamps = z.array(stamp);
const effectiveDates = z.array(effectiveDate);

/**
 * A `LedgerStore` on any database Kysely speaks, whose schema is up to date. Writes go through one queue; those that wait together are
 * committed together, each with its own result. Closing it waits for them; the connections are whoever's opened them.
 *
 * @param reading a connection of its own for reads, which then need not wait for a long write
 * @param log hears of writes
 */
export const sqlLedgerStore = (db: Kysely<DeskSchema>, reading: Kysely<DeskSchema>, log: WriteListener): LedgerStore => new SqlLedgerStore(db, reading, log);

type WriteListener = Pick<LogFolder, 'begun' | 'written'>;

class SqlLedgerStore implements LedgerStore {
  readonly #db: Kysely<DeskSchema>;
  readonly #reading: Kysely<DeskSchema>;
  readonly #log: WriteListener;
  readonly #writes = new WriteQueue();
  readonly #waiting: Waiting[] = [];
  readonly #tasks = new KeptDocuments(readTask, KEPT);
  readonly #tickets = new KeptDocuments(readTicket, KEPT);
  readonly #intact = new IntactEntries();
  readonly #taskStates = new UntilWritten<{ state: TaskState; count: number }[]>();
  readonly #ticketStates = new UntilWritten<{ state: TicketState; count: number }[]>();
  readonly #ticketPlaces = new UntilWritten<PlaceCounts['tickets']>();
  readonly #effective = new UntilWritten<EffectiveTicket[]>();

  constructor(db: Kysely<DeskSchema>, reading: Kysely<DeskSchema>, log: WriteListener) {
    this.#db = db;
    this.#reading = reading;
    this.#log = log;
  }

  async write(access: Access, change: LedgerChange): Promise<Written> {
    const checked = await checkChange(change, othersTurn);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ access, change: checked, resolve, reject });
      void this.#writes.run(() => this.#writeWaiting());
    });
  }

  async #writeWaiting(): Promise<void> {
    const group = this.#waiting.splice(0, TOGETHER);
    if (group.length === 0) return;
    try {
      const written = await this.#together(group);
      group.forEach(({ resolve }, index) => resolve(written[index] ?? { kind: 'stale' }));
    } catch (error) {
      if (group.length === 1) return group[0]?.reject(error);
      // One of them cannot be stored: the others shall not suffer for it.
      for (const one of group) await this.#together([one]).then(([written]) => one.resolve(written ?? { kind: 'stale' }), one.reject);
    }
  }

  /** Commits several changes at once; each sees those before it. */
  async #together(group: readonly Waiting[]): Promise<Written[]> {
    const end = this.#log.begun();
    const written = await this.#db
      .transaction()
      .execute(async (on) => {
        const results: Written[] = [];
        for (const { access, change } of group) results.push(await writeChange(on, access, change));
        return results;
      })
      .finally(end);
    this.#log.written(written.reduce((entries, one) => entries + (one.kind === 'stored' ? one.audit.length : 0), 0));
    if (group.some(({ change }) => change.tasks?.length)) this.#taskStates.forget();
    if (group.some(({ change }) => change.tickets?.length)) this.#forgetTickets();
    group.forEach(({ change: { tasks = [], tickets = [] } }, index) => {
      if (written[index]?.kind !== 'stored' || tasks.length + tickets.length > A_PAGE) return;
      for (const { next } of tasks) this.#tasks.keep(next);
      for (const { next } of tickets) this.#tickets.keep(next);
    });
    return written;
  }

  task(_access: Access, id: TaskId) {
    return storedTask(this.#reading, id);
  }

  tasks(_access: Access, question: TaskQuestion, page: Page) {
    return this.#read((on) => pageOfTasks(on, this.#tasks, question, page));
  }

  taskCounts(_access: Access, { me, visible, now }: Parameters<LedgerStore['taskCounts']>[1]) {
    return this.#read(async (on) => {
      const seenTasks = on.selectFrom('tasks').where((eb) => seen(eb, visible));
      const states = await this.#taskStates.get(visible === 'all' ? visible : [...visible].join('\n'), () => seenTasks.groupBy('state').select((eb) => ['state', eb.fn.countAll<number>().as('count')]).execute());
      const unfinished = await seenTasks
        .where('ended', '=', sql.lit(0))
        .select((eb) => [
          countWhere(eb('due_at', '<', now)).as('overdue'),
          countWhere(me === undefined ? eb.lit(false) : eb('assignee', '=', me)).as('mine'),
          countWhere(eb('assignee', 'is', null)).as('unassigned'),
        ])
        .executeTakeFirstOrThrow();
      return { byState: byName(TASK_STATES, states), ...asNumbers(unfinished) };
    });
  }

  async unfinishedTasks() {
    const rows = await this.#reading.selectFrom('tasks').select(['id', 'interruption', 'escalate_at', 'level']).where('ended', '=', sql.lit(0)).orderBy('sequence').execute();
    return rows.map(({ escalate_at, ...row }) => ({ ...row, escalateAt: parsed(stamps, escalate_at) }));
  }

  async tasksOf(_access: Access, interruptions: readonly InterruptionId[]) {
    const found = new Map<InterruptionId, TaskId>();
    for (const part of parts(interruptions, ROWS)) {
      const rows = await this.#reading.selectFrom('tasks').select(['interruption', 'id']).where('interruption', 'in', part).orderBy('sequence').execute();
      for (const { interruption, id } of rows) found.set(interruption, id);
    }
    return found;
  }

  ticket(_access: Access, id: TicketId) {
    return storedTicket(this.#reading, id);
  }

  tickets(_access: Access, question: TicketQuestion, page: Page) {
    return this.#read((on) => pageOfTickets(on, this.#tickets, question, page));
  }

  async *eachTicket(_access: Access, question: TicketQuestion) {
    for (const part of parts(await idsOfTickets(this.#reading, question), A_TURN)) {
      yield* await ticketsOf(this.#reading, part);
      await othersTurn();
    }
  }

  ticketCounts(_access: Access, asker: TicketAsker): Promise<TicketCounts> {
    const { me, department } = asker;
    return this.#read(async (on) => {
      const states = await this.#ticketStates.get('', () => on.selectFrom('tickets').groupBy(['ended', 'state']).select((eb) => ['state', eb.fn.countAll<number>().as('count')]).execute());
      const open = await on
        .selectFrom('tickets')
        .where('ended', '=', sql.lit(0))
        .select((eb) => [
          eb.fn.countAll<number>().as('open'),
          countWhere(eb('owner', '=', me)).as('mine'),
          countWhere(department === undefined ? eb.lit(false) : eb('department', '=', department)).as('department'),
          countWhere(isLate(eb, asker)).as('late'),
          countWhere(isDueThisWeek(eb, asker)).as('week'),
          countWhere(waits(eb, 'verify', asker)).as('verify'),
          countWhere(waits(eb, 'passed', asker)).as('passed'),
          countWhere(waits(eb, 'failed', asker)).as('failed'),
          countWhere(eb('owner', 'is', null)).as('unowned'),
          countWhere(eb('recurred', '=', 1)).as('recurred'),
        ])
        .executeTakeFirstOrThrow();
      const byState = byName(TICKET_STATES, states);
      return { ...asNumbers(open), waived: byState.waived, byState };
    });
  }

  nextTicketNumber() {
    return this.#nextNumber('ticket');
  }

  nextTaskNumber() {
    return this.#nextNumber('task');
  }

  async #nextNumber(kind: 'task' | 'ticket'): Promise<number> {
    const row = await this.#reading.selectFrom('numbers').select('greatest').where('kind', '=', kind).executeTakeFirst();
    return (row?.greatest ?? 0) + 1;
  }

  placeCounts(_access: Access, { visible, now }: Parameters<LedgerStore['placeCounts']>[1]): Promise<PlaceCounts> {
    return this.#read(async (on) => {
      const tasks = await on
        .selectFrom('tasks')
        .where('ended', '=', sql.lit(0))
        .where((eb) => seen(eb, visible))
        .groupBy(['journey', 'step', 'break_touchpoint'])
        .select((eb) => ['journey', 'step', 'break_touchpoint as touchpoint', eb.fn.countAll<number>().as('open'), countWhere(isOverdue(eb, now)).as('overdue')])
        .execute();
      return {
        tasks: tasks.map(({ open, overdue, ...place }) => ({ ...breakPlace.parse(place), open: Number(open), overdue: Number(overdue) })),
        tickets: copyOf(await this.#ticketPlaces.get('', () => ticketPlaces(on))),
      };
    });
  }

  effectiveTickets() {
    return this.#read(async (on) => copyOf(await this.#effective.get('', () => effectiveTickets(on))));
  }

  comments(_access: Access, ticket: TicketId, { offset, limit }: Page) {
    return this.#read(async (on) => {
      const asked = on.selectFrom('comments').where('ticket', '=', ticket);
      const rows = await asked.select('body').orderBy('sequence').limit(limit).offset(offset).execute();
      return { total: await countOf(asked), items: rows.map(({ body }) => parsed(commentSchema, body)) };
    });
  }

  besideTicket(_access: Access, ticket: TicketId) {
    return besideTicket(this.#reading, this.#intact, ticket);
  }

  async attachments(_access: Access, ticket: TicketId) {
    const rows = await this.#reading.selectFrom('attachments').select('body').where('ticket', '=', ticket).orderBy('sequence').execute();
    return rows.map(({ body }) => parsed(attachmentSchema, body));
  }

  async attachment(_access: Access, id: string) {
    const row = await this.#reading.selectFrom('attachments').select(['body', 'content']).where('id', '=', id).executeTakeFirst();
    return row && { attachment: parsed(attachmentSchema, row.body), content: new Uint8Array(row.content) };
  }

  audit(_access: Access, { kind, id }: AuditSubject, { offset, limit }: Page) {
    return this.#read(async (on) => {
      const asked = on.selectFrom('audit').where('subject_kind', '=', kind).where('subject_id', '=', id);
      const rows = await asked.select('body').orderBy('sequence', 'desc').limit(limit).offset(offset).execute();
      return { total: await countOf(asked), items: rows.map(({ body }) => parsed(auditEntry, body)) };
    });
  }

  async *auditChain() {
    for (let after = 0; ; ) {
      const page = await this.#reading.selectFrom('audit').select(['sequence', 'body']).where('sequence', '>', after).orderBy('sequence').limit(ROWS).execute();
      for (const { sequence, body } of page) {
        after = sequence;
        yield parsed(auditEntry, body);
      }
      if (page.length < ROWS) return;
      await othersTurn();
    }
  }

  document(_access: Access, name: string) {
    return storedDocument(this.#reading, name);
  }

  remembered({ actor }: Access, key: string) {
    return rememberedAnswer(this.#reading, actorText(actor), key);
  }

  async delivery(_access: Access, id: string) {
    const row = await this.#reading.selectFrom('deliveries').select('body').where('id', '=', id).executeTakeFirst();
    return row && parsed(deliverySchema, row.body);
  }

  deliveries(_access: Access, webhook: string, { offset, limit }: Page) {
    return this.#read(async (on) => {
      const asked = on.selectFrom('deliveries').where('webhook', '=', webhook);
      const rows = await asked.select('body').orderBy('sequence', 'desc').limit(limit).offset(offset).execute();
      return { total: await countOf(asked), items: rows.map(({ body }) => parsed(deliverySchema, body)) };
    });
  }

  async dueDeliveries(_access: Access, now: string, limit: number) {
    const due = this.#reading.selectFrom('deliveries').where('state', '=', sql.lit('waiting')).where('next_at', '<=', now);
    const rows = await due.select('body').orderBy('next_at').orderBy('sequence').limit(limit).execute();
    return rows.map(({ body }) => parsed(deliverySchema, body));
  }

  async clearDeliveries(_access: Access, which: { webhook: string } | { endedBefore: string }) {
    if ('webhook' in which) return void (await this.#db.deleteFrom('deliveries').where('webhook', '=', which.webhook).execute());
    // Rows lie in the order of their time: the old ones are the first.
    for (;;) {
      const first = await this.#db.selectFrom('deliveries').select(['sequence', 'body']).where('state', '<>', 'waiting').orderBy('sequence').limit(ROWS).execute();
      const old = first.filter(({ body }) => parsed(deliverySchema, body).at < which.endedBefore).map(({ sequence }) => sequence);
      if (old.length > 0) await this.#db.deleteFrom('deliveries').where('sequence', 'in', old).execute();
      if (old.length < ROWS) return;
    }
  }

  async saveDelivery(_access: Access, delivery: Delivery) {
    await storeDelivery(this.#db, parsed(deliverySchema, JSON.stringify(delivery)));
  }

  clear(_access: Access, journeys: readonly JourneyId[], draft: AuditDraft): Promise<void> {
    return this.#writes.run(async () => {
      await this.#db.transaction().execute(async (on) => {
        for (const part of parts(journeys, ROWS)) {
          const ofTickets = on.selectFrom('tickets').select('id').where('journey', 'in', part);
          for (const table of ['comments', 'attachments', 'ticket_watchers'] as const) await on.deleteFrom(table).where('ticket', 'in', ofTickets).execute();
          await on.deleteFrom('ticket_bodies').where('id', 'in', ofTickets).execute();
          await on.deleteFrom('tickets').where('journey', 'in', part).execute();
          await on.deleteFrom('task_bodies').where('id', 'in', on.selectFrom('tasks').select('id').where('journey', 'in', part)).execute();
          await on.deleteFrom('tasks').where('journey', 'in', part).execute();
        }
        await storeAudit(on, [draft]);
      });
      // Somebody may give an id and a version again.
      this.#tasks.clear();
      this.#tickets.clear();
      this.#taskStates.forget();
      this.#forgetTickets();
    });
  }

  #forgetTickets(): void {
    this.#ticketStates.forget();
    this.#ticketPlaces.forget();
    this.#effective.forget();
  }

  close(): Promise<void> {
    return this.#writes.run(async () => undefined);
  }

  /** Several statements of one moment. */
  #read<Answer>(ask: (on: Kysely<DeskSchema>) => Promise<Answer>): Promise<Answer> {
    return this.#reading.transaction().execute(ask);
  }
}

/** Tickets with an effective date, by number. */
async function effectiveTickets(on: Kysely<DeskSchema>): Promise<EffectiveTicket[]> {
  const rows = await on
    .selectFrom('tickets')
    .where('effective', '<>', '[]')
    .select(['id', 'title', 'state', 'journey', 'step', 'touchpoint', 'effective'])
    .orderBy('id_order')
    .execute();
  return rows.map(({ id, title, state, effective, ...locus }) => ({ id, title, state, effective: parsed(effectiveDates, effective), locus: locusSchema.parse(withoutNulls(locus)) }));
}

/** Tickets by what the map asks of them. */
async function ticketPlaces(on: Kysely<DeskSchema>): Promise<PlaceCounts['tickets']> {
  const columns = ['journey', 'step', 'touchpoint', 'kind', 'reason', 'state', 'recurred', 'effective'] as const;
  const rows = await on
    .selectFrom('tickets')
    .groupBy(columns)
    .select((eb) => [...columns, eb.fn.countAll<number>().as('count')])
    .execute();
  return rows.map(({ state, recurred, effective, count, ...locus }) => ({
    locus: locusSchema.parse(withoutNulls(locus)),
    state,
    recurred: recurred === 1,
    count: Number(count),
    effective: parsed(effectiveDates, effective),
  }));
}

const breakPlace = z.object({ journey: journeyId, step: stepId, touchpoint: touchpointId });

const countWhere = (condition: Expression<SqlBool>) => sql<number>`count(case when ${condition} then 1 end)`;

const countOf = async (asked: SelectQueryBuilder<DeskSchema, keyof DeskSchema, object>): Promise<number> =>
  Number((await asked.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total);

const withoutNulls = (row: object): object => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** PostgreSQL counts in texts. */
const asNumbers = <Name extends string>(row: Record<Name, number>): Record<Name, number> =>
  Object.fromEntries(Object.entries(row).map(([name, count]) => [name, Number(count)])) as Record<Name, number>; // Every name is there.

/** Counts of all names, also of those that no row has. */
const byName = <Name extends string>(names: readonly Name[], rows: readonly { state: Name; count: number }[]): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, Number(rows.find(({ state }) => state === name)?.count ?? 0)])) as Record<Name, number>; // Every name is there.
