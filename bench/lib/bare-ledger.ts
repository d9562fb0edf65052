import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { demoPeople } from '#demo';
import { stampOf, weekEnd, zoneOf } from '#model';
import Database from 'libsql';
import reference from '../sql/ledger-reference.sql?raw';
import { folder, UNTIL, ZONE } from './filled-store';
import { statementsOf } from './sql-file';

/** libsql alone, prepared once, on a copy of a data folder's desk, as `sql/ledger-reference.sql` says. */
export interface BareLedger {
  tickets(): void;
  tasks(): void;
  /** Durable, as each commit of the product is. */
  insert(body: string): void;
  close(): void;
}

export function bareLedger(data: string): BareLedger {
  const copy = join(folder, 'bare-desk.db');
  for (const ending of ['', '-wal', '-shm']) {
    rmSync(`${copy}${ending}`, { force: true });
    // What was not folded into the file yet stands beside it.
    const from = join(data, `desk.db${ending}`);
    if (ending !== '-shm' && existsSync(from)) copyFileSync(from, `${copy}${ending}`);
  }
  const database = new Database(copy);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('cache_size = -65536');
  database.pragma('wal_autocheckpoint = 4096');
  const sections = statementsOf(reference);
  for (const sql of sections.get('table') ?? []) database.exec(sql);

  const today = zoneOf(ZONE).dayOf(UNTIL);
  const me = demoPeople().people.find(({ roles }) => roles.includes('manager'));
  const values: Record<string, string> = { today, weekend: weekEnd(today), now: stampOf(UNTIL), me: me?.id ?? '', department: me?.department ?? '' };
  const prepared = (section: string) => (sections.get(section) ?? []).map((sql) => database.prepare(sql.replaceAll(/\$(\w+)/g, (_, name: string) => (name === 'body' ? '?' : `'${values[name]}'`))));
  const [tickets, tasks, inserts] = [prepared('tickets'), prepared('tasks'), prepared('insert')];
  return {
    tickets: () => tickets.forEach((statement) => statement.all()),
    tasks: () => tasks.forEach((statement) => statement.all()),
    insert: (body) => inserts.forEach((statement) => statement.run([body])),
    close: () => database.close(),
  };
}
