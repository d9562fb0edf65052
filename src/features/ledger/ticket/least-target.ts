/** Targets are told and set in tenths of a point. */
const TENTH = 0.001;

/** The least target that can be told apart and still be shown in time: rounded up, for rounded down it could not. @example leastTarget(0.0183) // 0.019 */
export const leastTarget = (feasible: number): number => Number((Math.ceil(Number((feasible / TENTH).toFixed(6))) * TENTH).toFixed(3));
