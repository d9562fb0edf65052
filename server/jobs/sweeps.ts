import type { Services } from '../services/services';

/** Many instances change within the same moment: one sweep takes them together. */
const PACE_MS = 5_000;

/** Sweeps when `nextChangeAt` comes, so that open pages hear of what becomes late or lost while nobody asks. @returns stops it */
export function startSweeps({ ports: { clock }, sweeper, onFault }: Services): () => Promise<void> {
  let sweeping: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    sweeping = sweeper.sweepIfDue(clock()).catch((error: unknown) => onFault('Failed to sweep', error));
  }, PACE_MS);
  return () => {
    clearInterval(timer);
    return sweeping;
  };
}
