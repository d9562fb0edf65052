import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Ports, StoreError } from '../ports';
import { diskSpool } from '../stores/disk-spool';
import { duckdbEventStore } from '../stores/duckdb';
import { libsqlStores } from '../stores/sql';

export type Stores = Pick<Ports, 'events' | 'desk' | 'ledger' | 'spool'>;

/** Opens the stores in a folder, which is made when absent. Throws a `StoreError` that says in one line what is wrong with it. */
export async function openStores(folder: string, zone: string): Promise<Stores> {
  makeFolder(folder);
  // First, because DuckDB locks its file: what another process uses must not be touched.
  const events = await duckdbEventStore({ path: path.join(folder, 'events.duckdb'), zone });
  try {
    const { desk, ledger } = await libsqlStores(path.join(folder, 'desk.db'));
    const spool = path.join(folder, 'spool');
    // Uploads that a restart cut short belong to jobs that have failed.
    rmSync(spool, { recursive: true, force: true });
    return { events, desk, ledger, spool: diskSpool(spool) };
  } catch (error) {
    await events.close();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StoreError('unwritable', folder, `Failed to make the folder ${folder}. Please choose one that can be written with --data.`, { cause });
  }
}
