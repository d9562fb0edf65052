export * from './small-catalogue';
export * from './test-app';
