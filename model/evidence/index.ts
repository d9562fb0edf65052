export * from './control-limits';
export * from './evidence-plan';
export * from './evidence-progress';
export * from './evidence-rules';
export * from './evidence-test';
export * from './locus-day';
export * from './measure';
export * from './recurrence-watch';
