import Database from 'libsql';
import { Kysely, Migrator, SqliteDialect, type SqliteDatabase } from 'kysely';
import { StoreError, type DeskStore, type LedgerStore } from '../../ports';
import { deskMigrations } from './desk-migrations';
import { SQLITE } from './sql-dialect';
import type { DeskSchema } from './desk-schema';
import { logFolder } from './fold-log';
import { preparedOnce } from './prepared-once';
import { sqlDeskStore } from './sql-desk-store';
import { sqlLedgerStore } from './sql-ledger-store';

/** How long a write waits for another process before it fails. */
const BUSY_MS = 5_000;
/** Pages kept in memory for reads: all rows and indexes of a large ledger, without its documents. */
const CACHE_KIB = 64 * 1024;
/** And for writes: what a long one changes beyond that goes to the log at once, and is not left for its commit. */
const WRITE_CACHE_KIB = 16 * 1024;
/** Whoever writes folds the log into the file when it has so many pages (256 MB): it is folded aside long before. */
const LOG_PAGES = 65_536;

/**
 * Opens desk and ledger in one libsql (SQLite) file, which is made when absent, and brings its schema up to date. They share
 * connections, which the desk closes: close the ledger first. Throws a `StoreError` when the file cannot be written or is no desk.
 */
export async function libsqlStores(file: string): Promise<{ desk: DeskStore; ledger: LedgerStore }> {
  const database = openFile(file, WRITE_CACHE_KIB);
  const db = kyselyOn(database);
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => deskMigrations(SQLITE) } }).migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw new StoreError('corrupt', file, `Failed to bring ${file} up to date. Was it written by a newer version?`, { cause: error });
  }
  // A write may take seconds, such as a bulk action: in WAL mode others read meanwhile what was there before.
  const reading = kyselyOn(openFile(file, CACHE_KIB));
  const desk = sqlDeskStore(db);
  const log = logFolder(file);
  const close = async () => {
    await log.close();
    await reading.destroy();
    await desk.close();
  };
  return { desk: { ...desk, close }, ledger: sqlLedgerStore(db, reading, log) };
}

// libsql has better-sqlite3's API, which Kysely names without naming its class.
const kyselyOn = (database: Database.Database) => new Kysely<DeskSchema>({ dialect: new SqliteDialect({ database: preparedOnce(database as unknown as SqliteDatabase) }) });

function openFile(file: string, cacheKib: number): Database.Database {
  try {
    const database = new Database(file);
    // Reads go on while something is written, and a commit is on the disk before it is answered.
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma(`busy_timeout = ${BUSY_MS}`);
    database.pragma(`cache_size = -${cacheKib}`);
    database.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    database.pragma('schema_version');
    return database;
  } catch (cause) {
    const text = String(cause);
    const corrupt = /not a database|malformed|NOTADB|CORRUPT/i.test(text);
    throw new StoreError(
      corrupt ? 'corrupt' : /locked|BUSY/i.test(text) ? 'taken' : 'unwritable',
      file,
      corrupt ? `${file} is not a store of this product, or is damaged.` : `Failed to open ${file}. Please choose a folder that can be written.`,
      { cause },
    );
  }
}
