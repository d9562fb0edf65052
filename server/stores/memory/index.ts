export { memoryDeskStore } from './memory-desk-store';
export { memoryEventStore } from './memory-event-store';
export { memoryFileSpool } from './memory-file-spool';
export { memoryLedgerStore } from './memory-ledger-store';
