import type { QueryClient } from '@tanstack/react-query';
import { statusQuery } from './questions';

/** So often (ms) the API is asked whether anything has changed. */
const POLL_EVERY = 15_000;

/**
 * Asks the API for its status again and again, and for everything else when the revision has moved on since.
 *
 * @param onAsked told after each time whether there was an answer
 */
export function createPolling(queries: QueryClient, onAsked: (reached: boolean) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let active = false;
  let known: string | undefined;

  const ask = async () => {
    const revision = await queries.fetchQuery({ ...statusQuery(), staleTime: 0 }).then((status) => status.revision, () => undefined);
    if (!active) return;
    onAsked(revision !== undefined);
    if (revision !== undefined && revision !== known) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'status' });
    known = revision ?? known;
    timer = setTimeout(() => void ask(), POLL_EVERY);
  };

  return {
    /** Whether the API is being polled. */
    get active() {
      return active;
    },
    /** Starts after `ms`, unless stopped before. */
    startIn(ms: number) {
      if (active) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        active = true;
        known = undefined;
        void ask();
      }, ms);
    },
    /** @returns whether it was under way */
    stop(): boolean {
      const was = active;
      active = false;
      clearTimeout(timer);
      return was;
    },
  };
}
