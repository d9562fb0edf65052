import type { Attachment, Comment, Delivery, TaskFilterQuery, TicketCounts, TicketFilterQuery } from '#contract';
import type {
  AuditDraft,
  AuditEntry,
  AuditSubject,
  Day,
  DepartmentId,
  EffectiveDate,
  HandoffTask,
  InstanceId,
  InterruptionId,
  JourneyId,
  Locus,
  OrganisationId,
  PersonId,
  StepId,
  Stamp,
  TaskId,
  TaskState,
  Ticket,
  TicketId,
  TicketState,
  TouchpointId,
} from '#model';
import type { Access } from './access';

/**
 * The work of people: handoff tasks, tickets, what hangs on them, and the audit of every change.
 *
 * All writes go through `write`: everything in a change is stored together, durably, with its audit entries chained to the last; or
 * nothing is. Reads see a change whole or not at all. Tickets are everybody's; of tasks, whoever asks says which organisations are visible
 * (`visibleOrganisations` of the scope), since a store knows no tree.
 */
export interface LedgerStore {
  write(access: Access, change: LedgerChange): Promise<Written>;

  task(access: Access, id: TaskId): Promise<HandoffTask | undefined>;
  tasks(access: Access, question: TaskQuestion, page: { offset: number; limit: number }): Promise<{ total: number; items: HandoffTask[] }>;
  taskCounts(access: Access, who: { me?: PersonId | undefined; visible: Visible; now: Stamp }): Promise<{ byState: Record<TaskState, number>; overdue: number; mine: number; unassigned: number }>;
  /** Every unfinished task, or those of these instances, as little of each as reconciling needs. */
  unfinishedTasks(access: Access, instances?: ReadonlySet<InstanceId>): Promise<{ id: TaskId; interruption: InterruptionId; escalateAt: Stamp[]; level: number }[]>;
  /** Of these interruptions, those that have or ever had a task, with the newest. */
  tasksOf(access: Access, interruptions: readonly InterruptionId[]): Promise<Map<InterruptionId, TaskId>>;

  ticket(access: Access, id: TicketId): Promise<Ticket | undefined>;
  /** Items of a page, as those of `tasks`, are shared with other pages: nobody may change them. */
  tickets(access: Access, question: TicketQuestion, page: { offset: number; limit: number }): Promise<TicketPage>;
  /** All of a question, in its order, a few at a time: for exports, bulk actions and jobs. */
  eachTicket(access: Access, question: TicketQuestion): AsyncIterable<Ticket>;
  ticketCounts(access: Access, who: TicketAsker): Promise<TicketCounts>;
  /** `ZG-0001` where there is none yet. */
  nextTicketNumber(access: Access): Promise<number>;
  nextTaskNumber(access: Access): Promise<number>;

  /** As of now, for the marks of the map. */
  placeCounts(access: Access, who: { visible: Visible; now: Stamp }): Promise<PlaceCounts>;

  /** Every ticket whose fix is in effect somewhere, or is to be, by number. */
  effectiveTickets(access: Access): Promise<EffectiveTicket[]>;

  comments(access: Access, ticket: TicketId, page: { offset: number; limit: number }): Promise<{ total: number; items: Comment[] }>;
  attachments(access: Access, ticket: TicketId): Promise<Attachment[]>;
  besideTicket(access: Access, ticket: TicketId): Promise<BesideTicket>;
  attachment(access: Access, id: string): Promise<{ attachment: Attachment; content: Uint8Array } | undefined>;

  /** Newest first. */
  audit(access: Access, subject: AuditSubject, page: { offset: number; limit: number }): Promise<{ total: number; items: AuditEntry[] }>;
  /** The whole chain, oldest first, a few at a time. */
  auditChain(access: Access): AsyncIterable<AuditEntry>;

  /** A document by name (rules, calendar, views, webhooks, bulk actions); version 0 and absent before it is first stored. */
  document(access: Access, name: string): Promise<{ version: number; body: unknown }>;

  /** What was answered to a key, if anything was. Keys are each actor's own and are kept for at least a day. */
  remembered(access: Access, key: string): Promise<RememberedAnswer | undefined>;

  delivery(access: Access, id: string): Promise<Delivery | undefined>;
  /** Newest first. */
  deliveries(access: Access, webhook: string, page: { offset: number; limit: number }): Promise<{ total: number; items: Delivery[] }>;
  /** Waiting ones whose time has come, the longest waiting first. */
  dueDeliveries(access: Access, now: Stamp, limit: number): Promise<Delivery[]>;
  saveDelivery(access: Access, delivery: Delivery): Promise<void>;
  /** Removes all of a webhook, or those that ended and are about something before a time. */
  clearDeliveries(access: Access, which: { webhook: string } | { endedBefore: Stamp }): Promise<void>;

  /** Removes all tasks and tickets of these journeys with what hangs on them; the audit stays and says so. */
  clear(access: Access, journeys: readonly JourneyId[], audit: AuditDraft): Promise<void>;
  close(): Promise<void>;
}

/** Organisations whose tasks are there; a task of none is there only for `all`. */
export type Visible = 'all' | ReadonlySet<OrganisationId>;

/** What is stored together. */
export interface LedgerChange {
  /**
   * `expected`: the version that must be stored now; absent for one that must not exist yet. `next` carries the version after it. `from` is the
   * document that `next` was made from, as a read gave it: members that are the very same were checked when it was stored, and are not again.
   */
  tasks?: readonly { next: HandoffTask; expected?: number | undefined; from?: HandoffTask | undefined }[];
  tickets?: readonly { next: Ticket; expected?: number | undefined; from?: Ticket | undefined }[];
  comments?: readonly Comment[];
  attachments?: readonly { attachment: Attachment; content: Uint8Array }[];
  removedAttachments?: readonly string[];
  /** Stored as the version after the current one; with `expected`, only if that is the current one. */
  documents?: readonly { name: string; body: unknown; expected?: number | undefined }[];
  deliveries?: readonly Delivery[];
  /** Without one nothing changes: every change is audited. */
  audit: readonly AuditDraft[];
  remember?: RememberedAnswer & { key: string };
}

/** The answer to a request that carried an Idempotency-Key; `fingerprint` tells the request from another with the same key. */
export interface RememberedAnswer {
  fingerprint: string;
  status: number;
  body: unknown;
}

/**
 * What became of a write. `stale`: another version is stored; `open-task`: the interruption of a new task has an unfinished one;
 * `repeated`: the key is remembered already. Nothing was stored then.
 */
export type Written =
  | { kind: 'stored'; audit: AuditEntry[] }
  | { kind: 'stale'; task?: HandoffTask | undefined; ticket?: Ticket | undefined; document?: { name: string; version: number; body: unknown } | undefined }
  | { kind: 'open-task'; task: HandoffTask }
  | { kind: 'repeated'; answer: RememberedAnswer };

/** `place` is read from `level`, `node` and `journey`. */
export interface TaskQuestion extends Omit<TaskFilterQueryRead, 'level' | 'node'> {
  place?: { journey: JourneyId; step?: StepId | undefined; touchpoint: TouchpointId } | undefined;
  me?: PersonId | undefined;
  visible: Visible;
  now: Stamp;
  sort: 'urgency' | 'dueAt' | '-dueAt' | 'openedAt' | '-openedAt' | '-updatedAt';
}
type TaskFilterQueryRead = Omit<TaskFilterQuery, 'state' | 'overdue'> & { states: readonly TaskState[]; overdue?: boolean | undefined };

/** Who asks, and what the days are, for what depends on it. */
export interface TicketAsker {
  me: PersonId;
  department?: DepartmentId | undefined;
  /** May close and waive what is not their own. */
  isManager: boolean;
  today: Day;
  /** Sunday of this week. */
  weekEnds: Day;
}

/** `place` is read from `level`, `node` and `journey`. */
export interface TicketQuestion extends Omit<TicketFilterQueryRead, 'level' | 'node'> {
  place?: { journey: JourneyId; step?: StepId | undefined; touchpoint: TouchpointId } | undefined;
  asker: TicketAsker;
  sort: 'urgency' | 'due' | '-due' | 'id' | '-id' | '-updatedAt' | '-registeredAt' | 'title' | 'state' | 'owner' | 'department' | '-rate';
  group?: 'state' | 'owner' | 'department' | 'journey' | undefined;
}
type TicketFilterQueryRead = Omit<TicketFilterQuery, 'state' | 'recurred' | 'complaint' | 'ids'> & {
  ids?: readonly TicketId[] | undefined;
  states?: readonly TicketState[] | undefined;
  recurred?: boolean | undefined;
  complaint?: boolean | undefined;
};

/** What hangs on a ticket: how many comments and files; of its audit how many entries, the newest hash, and whether each still has the hash it was given. */
export interface BesideTicket {
  comments: number;
  attachments: number;
  audit: { entries: number; tail?: string | undefined; intact: boolean };
}

export interface TicketPage {
  total: number;
  items: Ticket[];
  /** With `group`. */
  groups?: { key?: string | undefined; count: number }[] | undefined;
}

/** As little of a ticket as the marks of its effective dates need. */
export type EffectiveTicket = Pick<Ticket, 'id' | 'title' | 'state' | 'effective'> & { locus: Pick<Locus, 'journey' | 'step' | 'touchpoint'> };

/** What stands at which place: tasks at their break, tickets at their locus. */
export interface PlaceCounts {
  tasks: { journey: JourneyId; step: StepId; touchpoint: TouchpointId; open: number; overdue: number }[];
  tickets: { locus: Locus; state: TicketState; recurred: boolean; count: number; effective: EffectiveDate[] }[];
}
