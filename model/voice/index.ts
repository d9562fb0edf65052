export * from './count-place-voices';
export * from './default-themes';
export * from './mask-comment';
export * from './phrases';
export * from './read-comment';
export * from './theme';
export * from './theme-changes';
export * from './theme-id';
