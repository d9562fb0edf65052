import { ApiError } from '#api';
import { QueryClient } from '@tanstack/react-query';

/** The cache of everything asked. Live updates say what is old; without them an answer is old after half a minute. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
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
