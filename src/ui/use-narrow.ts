import { useSyncExternalStore } from 'react';

let list: MediaQueryList | undefined;

/** One list for all: it is read with each drawing. */
const narrow = (): MediaQueryList => (list ??= matchMedia('(max-width: 720px)'));

const watch = (listener: () => void): (() => void) => {
  narrow().addEventListener('change', listener);
  return () => narrow().removeEventListener('change', listener);
};

/** Whether the screen is too narrow for a table or a map: a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => narrow().matches);
