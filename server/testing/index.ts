export * from './import-file';
export * from './ledger-app';
export * from './loan-events';
export * from './logs';
export * from './small-catalogue';
export * from './store-kinds';
export * from './test-app';
