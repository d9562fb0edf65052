import { describe } from 'vitest';
import { deskStoreSuite } from '../desk-store.suite';
import { fileSpoolSuite } from '../file-spool.suite';
import { ledgerStoreSuite } from '../ledger-store.suite';
import { memoryDeskStore } from './memory-desk-store';
import { memoryFileSpool } from './memory-file-spool';
import { memoryLedgerStore } from './memory-ledger-store';

describe('the desk in memory', () => deskStoreSuite({ open: async () => memoryDeskStore() }));
describe('the spool in memory', () => fileSpoolSuite(memoryFileSpool));
describe('the ledger in memory', () => ledgerStoreSuite({ open: async () => memoryLedgerStore(), runs: 60 }));
