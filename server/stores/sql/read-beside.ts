import { type AuditEntry, isIntact, type TicketId } from '#model';
import { type Kysely, sql } from 'kysely';
import type { BesideTicket } from '../../ports';
import { builtOnce } from './built-once';
import type { DeskSchema } from './desk-schema';
import { sha256 } from './sha256';

/** Entries that are remembered. */
const KEPT = 5_000;

/** Texts of audit entries that have the hash they were given: one that is read again, letter by letter the same, has it still. */
export class IntactEntries {
  readonly #texts = new Map<number, string>();

  /** Takes what was just hashed and stored. */
  keep(sequence: number, text: string): void {
    this.#texts.set(sequence, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > KEPT && oldest !== undefined) this.#texts.delete(oldest);
  }

  async has(sequence: number, text: string): Promise<boolean> {
    if (this.#texts.get(sequence) === text) return true;
    const entry = JSON.parse(text) as AuditEntry; // Whatever else it is, its hash is another one.
    if (entry.sequence !== sequence || !(await isIntact(entry, sha256))) return false;
    this.keep(sequence, text);
    return true;
  }
}

type On = Kysely<DeskSchema>;
const countComments = builtOnce((on: On, ticket: TicketId) => on.selectFrom('comments').where('ticket', '=', ticket).select((eb) => eb.fn.countAll<number>().as('count')));
const countAttachments = builtOnce((on: On, ticket: TicketId) => on.selectFrom('attachments').where('ticket', '=', ticket).select((eb) => eb.fn.countAll<number>().as('count')));
const entriesOf = builtOnce((on: On, ticket: TicketId) =>
  on.selectFrom('audit').select(['sequence', 'body']).where('subject_kind', '=', sql.lit('ticket')).where('subject_id', '=', ticket).orderBy('sequence'),
);

export async function besideTicket(on: On, intact: IntactEntries, ticket: TicketId): Promise<BesideTicket> {
  const [comments] = await countComments(on, ticket);
  const [attachments] = await countAttachments(on, ticket);
  const rows = await entriesOf(on, ticket);
  let good = true;
  for (const { sequence, body } of rows) good &&= await intact.has(sequence, body);
  const last = rows.at(-1);
  return {
    comments: Number(comments?.count ?? 0),
    attachments: Number(attachments?.count ?? 0),
    audit: { entries: rows.length, tail: last && (JSON.parse(last.body) as AuditEntry).hash, intact: good },
  };
}
