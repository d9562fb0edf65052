export * from './benjamini-hochberg';
export * from './normal';
export * from './quantile';
export * from './two-proportion';
export * from './wilson';
