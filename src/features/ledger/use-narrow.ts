import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 720px)');

const watch = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** Whether the screen is too narrow for a table. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => narrow.matches);
