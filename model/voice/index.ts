export * from './default-themes';
export * from './mask-comment';
export * from './read-comment';
export * from './theme';
