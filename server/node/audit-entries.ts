import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { z } from 'zod';

/** Where an audit cannot be read at all, in one line. */
export class AuditUnreadable extends Error {
  override readonly name = 'AuditUnreadable';
}

/** Entries a statement reads, so that a long audit fits in memory. */
const ROWS = 1_000;

/**
 * What stands in an audit, oldest first, unchecked: of a data folder, which a server may have open and which is not written to, or of a file
 * that `GET /api/v1/audit` gave. What is no JSON comes as its text. Throws an `AuditUnreadable`.
 */
export function auditEntries(from: string): AsyncIterable<unknown> {
  const stats = statSync(from, { throwIfNoEntry: false });
  if (!stats) throw new AuditUnreadable(`There is no ${from}.`);
  if (!stats.isDirectory()) return fromFile(from);
  const file = path.join(from, 'desk.db');
  if (!existsSync(file)) throw new AuditUnreadable(`${from} is no data folder: it has no desk.db.`);
  return fromDatabase(file);
}

async function* fromFile(file: string): AsyncGenerator<unknown> {
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) if (line.trim() !== '') yield read(line);
}

async function* fromDatabase(file: string): AsyncGenerator<unknown> {
  const database = openReadOnly(file);
  try {
    const page = database.prepare('SELECT sequence, subject_kind, subject_id, hash, body FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?');
    for (let after = 0; ; ) {
      const rows = page.all([after, ROWS]);
      for (const row of rows) {
        const { sequence, subject_kind, subject_id, hash, body } = rowSchema.parse(row);
        after = sequence;
        const entry = read(body);
        // The columns are what lists go by, so it is they that are checked.
        yield typeof entry === 'object' && entry !== null ? { ...entry, sequence, hash, subject: { kind: subject_kind, id: subject_id } } : entry;
      }
      if (rows.length < ROWS) return;
    }
  } finally {
    database.close();
  }
}

const rowSchema = z.object({ sequence: z.int(), subject_kind: z.string(), subject_id: z.string(), hash: z.string(), body: z.string() });

function openReadOnly(file: string): Database.Database {
  try {
    const database = new Database(`${pathToFileURL(file).href}?mode=ro`);
    database.prepare('SELECT max(sequence) FROM audit').get();
    return database;
  } catch (cause) {
    throw new AuditUnreadable(`${file} holds no audit that can be read: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
