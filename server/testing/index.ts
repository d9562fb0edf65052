export * from './import-file';
export * from './logs';
export * from './small-catalogue';
export * from './test-app';
export * from './store-kinds';
