import { useSyncExternalStore } from 'react';

const narrow = (): MediaQueryList => matchMedia('(max-width: 720px)');

const watch = (listener: () => void): (() => void) => {
  const list = narrow();
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
};

/** Whether the screen is too narrow for a table or a map: a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => narrow().matches);
