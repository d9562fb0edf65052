import { sql, type Kysely } from 'kysely';
import type { SqlDialect } from './sql-dialect';

/** The second change of the desk's schema: tasks, tickets, what hangs on them, and the audit. Never edited once released. */
export async function createLedger(db: Kysely<unknown>, dialect: SqlDialect): Promise<void> {
  for (const statement of statements(dialect)) await sql.raw(statement).execute(db);
}

const statements = ({ serial, bytes, appendOnly }: SqlDialect): string[] => [
  `create table tasks (
    sequence ${serial} primary key, id text not null unique, version integer not null, state text not null, ended integer not null,
    interruption text not null, instance text not null, journey text not null, step text not null, break_touchpoint text not null,
    touchpoint text not null, organisation text, department text, assignee text, rule text, priority integer not null,
    opened_at text not null, due_at text not null, updated_at text not null, escalate_at text not null, level integer not null, search text not null
  )`,
  'create unique index tasks_open_interruption on tasks (interruption) where ended = 0',
  // Unfinished ones are few and asked for most: all that is asked of them is in one index, by urgency.
  `create index tasks_unfinished on tasks (
    priority, due_at, id, state, organisation, assignee, department, journey, step, break_touchpoint, touchpoint, rule, instance, version
  ) where ended = 0`,
  'create index tasks_states on tasks (state, organisation)',
  'create index tasks_interruption on tasks (interruption, sequence)',
  'create index tasks_due on tasks (due_at, id)',
  'create index tasks_opened on tasks (opened_at, id)',
  'create index tasks_updated on tasks (updated_at, id)',
  'create index tasks_instance on tasks (instance)',
  'create index tasks_journey on tasks (journey)',
  'create table task_bodies (id text primary key, body text not null)',

  `create table tickets (
    sequence ${serial} primary key, id text not null unique, id_order text not null, version integer not null,
    state text not null, state_order integer not null, ended integer not null, title text not null, search text not null,
    owner text, department text, due text, journey text not null, step text, touchpoint text, kind text, reason text,
    recurred integer not null, complaint integer not null, test_day text, submitted_by text, submitted_owner text, rate double precision not null,
    registered_at text not null, updated_at text not null, effective text not null, watchers text not null
  )`,
  'create index tickets_urgency on tickets (ended, (due is null), due, id_order)',
  'create index tickets_number on tickets (id_order)',
  'create index tickets_due on tickets ((due is null), due, id_order)',
  'create index tickets_owner on tickets (owner, ended, (due is null), due, id_order)',
  'create index tickets_department on tickets (department, ended, (due is null), due, id_order)',
  'create index tickets_journey on tickets (journey, ended, (due is null), due, id_order)',
  'create index tickets_updated on tickets (updated_at, id_order)',
  'create index tickets_registered on tickets (registered_at, id_order)',
  'create index tickets_title on tickets (title, id_order)',
  'create index tickets_rate on tickets (rate, id_order)',
  'create index tickets_recurred on tickets (id_order) where recurred = 1',
  // What is counted, whoever asks. A move changes this one and the time of the last change, and no other.
  'create index tickets_open on tickets (ended, state, owner, department, due, test_day, submitted_by, submitted_owner, recurred)',
  'create table ticket_bodies (id text primary key, body text not null)',
  'create table ticket_watchers (ticket text not null, person text not null, primary key (person, ticket))',
  'create index ticket_watchers_ticket on ticket_watchers (ticket)',

  `create table comments (sequence ${serial} primary key, ticket text not null, body text not null)`,
  'create index comments_ticket on comments (ticket, sequence)',
  `create table attachments (sequence ${serial} primary key, id text not null unique, ticket text not null, body text not null, content ${bytes} not null)`,
  'create index attachments_ticket on attachments (ticket, sequence)',
  'create table documents (name text primary key, version integer not null, body text not null)',
  'create table numbers (kind text primary key, greatest integer not null)',
  `create table remembered (
    actor text not null, key text not null, fingerprint text not null, status integer not null, body text not null, stored_at text not null,
    primary key (actor, key)
  )`,
  'create index remembered_stored on remembered (stored_at)',
  `create table deliveries (sequence ${serial} primary key, id text not null unique, webhook text not null, state text not null, next_at text, body text not null)`,
  'create index deliveries_webhook on deliveries (webhook, sequence)',
  `create index deliveries_due on deliveries (next_at, sequence) where state = 'waiting'`,

  'create table audit (sequence integer primary key, subject_kind text not null, subject_id text not null, hash text not null, body text not null)',
  'create index audit_subject on audit (subject_kind, subject_id, sequence)',
  ...appendOnly('audit'),
];
