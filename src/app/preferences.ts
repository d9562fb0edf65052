import { LANGUAGES } from '#ui';
import { useSyncExternalStore } from 'react';
import { z } from 'zod';

const KEY = 'throughline.preferences';

const preferences = z.object({
  language: z.enum(LANGUAGES).catch('zh'),
  /** Shortcuts of one key, without a modifier. */
  shortcuts: z.boolean().catch(true),
  /** 以…身份: who the demo's switcher says acts. */
  actingAs: z.string().optional().catch(undefined),
});
export type Preferences = z.infer<typeof preferences>;

/** What this person likes, kept in this browser. A browser that keeps nothing gets the defaults. */
const read = (): Preferences => {
  try {
    return preferences.parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return preferences.parse({});
  }
};

let current = read();
const listeners = new Set<() => void>();

/** Changes some preferences, here and in the next visit. */
export function setPreferences(changes: Partial<Preferences>): void {
  current = { ...current, ...changes };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Storage is full or forbidden: the change holds for this visit.
  }
  for (const listener of listeners) listener();
}

export const getPreferences = (): Preferences => current;

const watch = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(watch, getPreferences);
