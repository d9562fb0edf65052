export * from './access';
export * from './desk-store';
export * from './event-store';
export * from './file-spool';
export * from './ledger-store';
export * from './ports';
export * from './store-error';
export * from './webhook-sender';
