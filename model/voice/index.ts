export * from './mask-comment';
