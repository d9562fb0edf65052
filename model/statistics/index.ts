export * from './benjamini-hochberg';
export * from './holm';
export * from './normal';
export * from './normal-quantile';
export * from './quantile';
export * from './sample-size';
export * from './two-proportion';
export * from './wilson';
