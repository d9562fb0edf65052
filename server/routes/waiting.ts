import { MAX_EVENTS } from '#contract';
import { ProblemError } from '../http/problem-error';

/** Events that were taken and are not stored yet. More than so many are not taken: whoever sends them holds them better. */
const MOST = 20 * MAX_EVENTS;

export interface Waiting {
  /** Throws `too-busy` with `Retry-After` while too many wait: before the body is read, so that refusing costs nothing. */
  refuseMore(): void;
  /** Counts so many as waiting until the work is done. */
  during<Result>(events: number, work: () => Promise<Result>): Promise<Result>;
}

/** @param most events that may wait */
export function createWaiting(most = MOST): Waiting {
  let waiting = 0;
  return {
    refuseMore() {
      if (waiting < most) return;
      throw new ProblemError('too-busy', `${waiting} events wait to be stored. Please send these again in a second; nothing of them was taken.`, {}, { 'retry-after': '1' });
    },
    async during(events, work) {
      waiting += events;
      try {
        return await work();
      } finally {
        waiting -= events;
      }
    },
  };
}
