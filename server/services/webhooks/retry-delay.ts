import { DAY, HOUR, type Millis, MINUTE, SECOND } from '#model';

/** How long after each failed attempt the next one comes: eight attempts within a day. */
const DELAYS = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR] as const;
/** The first and those after each delay. */
export const MOST_ATTEMPTS = DELAYS.length + 1;
/** A fifth more or less, so that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * How long to wait after so many failed attempts; `undefined` to give up.
 *
 * @param random from 0 up to 1
 * @param atLeast what the receiver asked for
 */
export function retryDelay(failed: number, random: number, atLeast: Millis = 0): Millis | undefined {
  const delay = DELAYS[failed - 1];
  return delay === undefined ? undefined : Math.max(Math.round(delay * (1 - JITTER + 2 * JITTER * random)), Math.min(atLeast, DAY));
}
