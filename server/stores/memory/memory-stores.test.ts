import { describe } from 'vitest';
import { deskStoreSuite } from '../desk-store.suite';
import { fileSpoolSuite } from '../file-spool.suite';
import { memoryDeskStore } from './memory-desk-store';
import { memoryFileSpool } from './memory-file-spool';

describe('the desk in memory', () => deskStoreSuite({ open: async () => memoryDeskStore() }));
describe('the spool in memory', () => fileSpoolSuite(memoryFileSpool));
