import { subscribeLive, type LiveState } from '#api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import { connect, type LoadMock } from './connect';

export const LoadMockContext = createContext<LoadMock | undefined>(undefined);

/** The way to the API: not there yet, there, or not to be had; then asking again may help. */
export function useConnect() {
  const loadMock = useContext(LoadMockContext);
  return useQuery({ queryKey: ['connection'], queryFn: () => connect(loadMock), staleTime: 'static', gcTime: Infinity, retry: false });
}

/** Whether changes arrive by themselves; `undefined` until it is known. */
export function useLive(connected: boolean): LiveState | undefined {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>();
  useEffect(() => (connected ? subscribeLive(queries, setState) : undefined), [queries, connected]);
  return state;
}
