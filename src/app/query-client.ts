import { ApiError } from '#api';
import { QueryClient } from '@tanstack/react-query';

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
    if (type !== 'observerRemoved' || query.isActive()) return;
    const idle = cache.findAll({ queryKey: query.queryKey.slice(0, 1), type: 'inactive' });
    const oldestFirst = idle.toSorted((a, b) => a.state.dataUpdatedAt - b.state.dataUpdatedAt);
    for (const forgotten of oldestFirst.slice(0, -KEPT)) cache.remove(forgotten);
  });
  return queries;
}
