import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { EventStore } from '../../ports';
import { eventStoreSuite, ZONE } from '../event-store.suite';
import { duckdbEventStore } from './duckdb-event-store';

const files = new WeakMap<EventStore, string>();
const openFile = async (path: string): Promise<EventStore> => {
  const store = await duckdbEventStore({ path, zone: ZONE, threads: 1, memoryLimit: '256MB' });
  files.set(store, path);
  return store;
};

describe('the event store in DuckDB', () =>
  eventStoreSuite({
    open: () => openFile(join(mkdtempSync(join(tmpdir(), 'throughline-')), 'events.duckdb')),
    reopen: async (store) => {
      await store.close();
      return openFile(files.get(store) ?? '');
    },
    runs: 6,
    numbers: 30,
  }));
