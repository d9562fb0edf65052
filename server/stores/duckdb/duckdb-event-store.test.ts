import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { EventStore } from '../../ports';
import { arrivalsSuite } from '../arrivals.suite';
import { eventStoreSuite, ZONE } from '../event-store.suite';
import { ratingStoreSuite } from '../rating-store.suite';
import { voiceStoreSuite } from '../voice-store.suite';
import { duckdbEventStore } from './duckdb-event-store';

const files = new WeakMap<EventStore, string>();
const openFile = async (path: string): Promise<EventStore> => {
  const store = await duckdbEventStore({ path, zone: ZONE, threads: 1, memoryLimit: '256MB' });
  files.set(store, path);
  return store;
};

const open = () => openFile(join(mkdtempSync(join(tmpdir(), 'throughline-')), 'events.duckdb'));
const reopen = async (store: EventStore) => {
  await store.close();
  return openFile(files.get(store) ?? '');
};

describe('the event store in DuckDB', () =>
  eventStoreSuite({
    open,
    reopen,
    runs: 6,
    numbers: 30,
  }));
describe('arrivals in DuckDB', () => arrivalsSuite({ open, reopen, runs: 12 }));
describe('ratings in DuckDB', () => ratingStoreSuite({ open, reopen, runs: 5 }));
describe('comments in DuckDB', () => voiceStoreSuite({ open, reopen, runs: 5 }));
