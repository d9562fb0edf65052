import { type AuditEntry, isIntact, type TicketId } from '#model';
import { sql, type Kysely } from 'kysely';
import type { BesideTicket } from '../../ports';
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

export async function besideTicket(on: Kysely<DeskSchema>, intact: IntactEntries, ticket: TicketId): Promise<BesideTicket> {
  const counted = sql<{ comments: number; attachments: number }>`select
    (select count(*) from comments where ticket = ${ticket}) as comments, (select count(*) from attachments where ticket = ${ticket}) as attachments`;
  const entries = sql<{ sequence: number; body: string }>`select sequence, body from audit
    where subject_kind = 'ticket' and subject_id = ${ticket} order by sequence`;
  const [count] = (await counted.execute(on)).rows;
  const { rows } = await entries.execute(on);
  let good = true;
  for (const { sequence, body } of rows) good &&= await intact.has(sequence, body);
  const last = rows.at(-1);
  return {
    comments: Number(count?.comments ?? 0),
    attachments: Number(count?.attachments ?? 0),
    audit: { entries: rows.length, tail: last && (JSON.parse(last.body) as AuditEntry).hash, intact: good },
  };
}
