import { resolve } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { StoreError } from '../../ports';
import { selectTexts } from './select';
import { ADD_COLUMNS, ASKED_IDS, CREATE_STORE, createTable, DERIVED, nextOf, SCHEMA_VERSION, TOUCHED } from './schema';

export interface DatabaseOptions {
  /** The file, made when absent; its folder must exist. */
  path: string;
  /** What DuckDB may use beside the process's own memory. @default '1GB' */
  memoryLimit?: string;
  /** @default one for each core */
  threads?: number;
}

export interface Database {
  instance: DuckDBInstance;
  /** The one connection that writes. */
  writer: DuckDBConnection;
  /** Folds the log into the file and lets it go. */
  close(): Promise<void>;
}

/** Files this process has open: the lock of the operating system does not keep a process from itself. */
const openHere = new Set<string>();

/** Opens a store's file and makes its tables. Throws a `StoreError` when it is taken, cannot be written, or is no store. */
export async function openDatabase({ path, memoryLimit = '1GB', threads }: DatabaseOptions): Promise<Database> {
  const file = resolve(path);
  if (openHere.has(file)) throw taken(file);
  openHere.add(file);
  let instance: DuckDBInstance | undefined;
  try {
    instance = await DuckDBInstance.create(file, {
      memory_limit: memoryLimit,
      // Rows are found by what they hold, never by their place, which frees bulk writes from keeping it.
      preserve_insertion_order: 'false',
      // Folding the log into the file holds up writes for a second or more: seldom, then. Opening reads at most this much of it.
      checkpoint_threshold: '256MB',
      ...(threads !== undefined && { threads: String(threads) }),
    });
    const writer = await instance.connect();
    await makeTables(writer, file);
    const opened = instance;
    return {
      instance: opened,
      writer,
      close: async () => {
        await writer.run('CHECKPOINT').catch(() => undefined);
        writer.closeSync();
        opened.closeSync();
        openHere.delete(file);
      },
    };
  } catch (error) {
    instance?.closeSync();
    openHere.delete(file);
    throw error instanceof StoreError ? error : storeError(file, error);
  }
}

async function makeTables(writer: DuckDBConnection, file: string): Promise<void> {
  await writer.run('BEGIN');
  for (const statement of CREATE_STORE) await writer.run(statement);
  // What a `configure` left behind that was cut off.
  for (const table of DERIVED) await writer.run(`DROP TABLE IF EXISTS ${nextOf(table).name}`);
  await writer.run(`INSERT OR IGNORE INTO facts VALUES ('schema', '${SCHEMA_VERSION}')`);
  const [[version] = []] = await selectTexts(writer, `SELECT value FROM facts WHERE name = 'schema'`);
  if (version !== SCHEMA_VERSION)
    throw new StoreError('corrupt', file, `${file} was written by another version of this product (its tables are of version ${version}).`);
  for (const statement of ADD_COLUMNS) await writer.run(statement);
  await writer.run('COMMIT');
  for (const table of [TOUCHED, ASKED_IDS]) await writer.run(createTable(table, 'CREATE TEMP TABLE'));
}

const taken = (file: string, cause?: unknown) =>
  new StoreError('taken', file, `${file} is in use by another process. Please stop that one, or choose another data folder.`, { cause });

function storeError(file: string, cause: unknown): StoreError {
  const text = String(cause);
  if (/Could not set lock|Conflicting lock/i.test(text)) return taken(file, cause);
  if (/Permission denied|No such file|Read-only|Is a directory|No space left|Cannot open file/i.test(text))
    return new StoreError('unwritable', file, `Failed to open ${file}. Please choose a folder that can be written.`, { cause });
  return new StoreError('corrupt', file, `${file} is not a store of this product, or is damaged.`, { cause });
}
