import { ApiError } from '#api';
import { type Query, QueryClient } from '@tanstack/react-query';

/** So many answers of a kind that nothing shows any more are kept for the way back: a day of changing filters must not fill the memory. */
const KEPT = 20;

/** The cache of everything asked. Live updates say what is old; without them an answer is old after half a minute. */
export function makeQueryClient(): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 600_000,
        // A self-hosted API may well be reachable while the browser thinks it is offline.
        networkMode: 'always',
        // Only what may pass by itself is worth asking again.
        retry: (failures, error) => failures < 2 && error instanceof ApiError && error.failure.kind === 'network',
      },
      mutations: { networkMode: 'always' },
    },
  });
  const cache = queries.getQueryCache();
  cache.subscribe(({ type, query }) => {
    if (type !== 'observerRemoved' || query.getObserversCount() > 0) return;
    const oldestFirst = cache.findAll({ queryKey: query.queryKey.slice(0, 1), predicate: isKept }).toSorted((a, b) => a.state.dataUpdatedAt - b.state.dataUpdatedAt);
    for (const forgotten of oldestFirst.slice(0, -KEPT)) cache.remove(forgotten);
  });
  return queries;
}

/**
 * Whether an answer is there and nothing shows it. A question without one may be about to be shown, or be shown and not to be asked yet
 * (`enabled: false`, which makes it "inactive"): forgotten, it would be built anew by each drawing of what shows it, with its timer.
 */
const isKept = (query: Query): boolean => query.getObserversCount() === 0 && query.state.data !== undefined;
