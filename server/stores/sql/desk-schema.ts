import type { InterruptionId, TaskId, TaskState, TicketId, TicketState } from '#model';
import type { Generated } from 'kysely';

/** The tables of the desk as Kysely sees them. What is looked at only as a whole is JSON text. */
export interface DeskSchema extends LedgerSchema {
  catalogues: { version: number; body: string; stored_at: string; actor: string };
  people: { id: string; position: number; body: string };
  departments: { id: string; position: number; body: string };
  imports: { sequence: Generated<number>; id: string; body: string };
  rejected_rows: { sequence: Generated<number>; import: string; line: number; pointer: string; reason: string };
  /** Single values by name. */
  facts: { name: string; body: string };
}

/**
 * The ledger. What lists ask about is a narrow row (flags are 0 or 1); the whole, which only a page of a list needs, is JSON in a table
 * beside it, so that counting and sorting never read it.
 */
export interface LedgerSchema {
  tasks: TaskRow & { sequence: Generated<number> };
  task_bodies: { id: string; body: string };
  tickets: TicketRow & { sequence: Generated<number> };
  ticket_bodies: { id: string; body: string };
  ticket_watchers: { ticket: string; person: string };
  comments: { sequence: Generated<number>; ticket: string; body: string };
  attachments: { sequence: Generated<number>; id: string; ticket: string; body: string; content: Uint8Array };
  documents: { name: string; version: number; body: string };
  /** The greatest number that was given to a task and to a ticket. */
  numbers: { kind: 'task' | 'ticket'; greatest: number };
  remembered: { actor: string; key: string; fingerprint: string; status: number; body: string; stored_at: string };
  deliveries: { sequence: Generated<number>; id: string; webhook: string; state: string; next_at: string | null; body: string };
  /** Only ever added to: triggers refuse anything else. */
  audit: { sequence: number; subject_kind: string; subject_id: string; hash: string; body: string };
}

export interface TaskRow {
  id: TaskId;
  version: number;
  state: TaskState;
  ended: number;
  interruption: InterruptionId;
  instance: string;
  journey: string;
  step: string;
  /** Where it broke. */
  break_touchpoint: string;
  /** The carrier. */
  touchpoint: string;
  organisation: string | null;
  department: string | null;
  assignee: string | null;
  rule: string | null;
  /** Place among `TASK_PRIORITIES`. */
  priority: number;
  opened_at: string;
  due_at: string;
  updated_at: string;
  /** JSON: an array of stamps. */
  escalate_at: string;
  level: number;
  search: string;
}

export interface TicketRow {
  id: TicketId;
  /** Sorts by number: ZG-9 before ZG-10. */
  id_order: string;
  version: number;
  state: TicketState;
  /** Place among `TICKET_STATES`. */
  state_order: number;
  ended: number;
  title: string;
  search: string;
  owner: string | null;
  department: string | null;
  due: string | null;
  journey: string;
  step: string | null;
  touchpoint: string | null;
  kind: string | null;
  reason: string | null;
  recurred: number;
  complaint: number;
  /** Absent also where no test can be. */
  test_day: string | null;
  /** What the test says; absent before. */
  passed: number | null;
  submitted_by: string | null;
  submitted_owner: string | null;
  /** Of the baseline. */
  rate: number;
  registered_at: string;
  updated_at: string;
  /** JSON, as the ticket has it. */
  effective: string;
  watchers: string;
}
