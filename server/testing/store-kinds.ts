import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStores, type Stores } from '../node/open-stores';
import { memoryDeskStore, memoryEventStore, memoryFileSpool, memoryLedgerStore } from '../stores/memory';
import { ZONE } from './test-app';

/** The kinds of stores that the API must answer alike on. */
export const storeKinds: { name: string; open: () => Promise<Stores> }[] = [
  { name: 'memory', open: async () => ({ events: memoryEventStore({ zone: ZONE }), desk: memoryDeskStore(), ledger: memoryLedgerStore(), spool: memoryFileSpool() }) },
  { name: 'DuckDB and libsql', open: () => openStores(mkdtempSync(path.join(tmpdir(), 'throughline-api-')), ZONE) },
];
