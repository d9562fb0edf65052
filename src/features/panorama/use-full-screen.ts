import { useCallback, useEffect, useSyncExternalStore } from 'react';

const CHANGED = 'throughline:full';
/** How long (ms) nobody may need it before it ends: from one level of the map to the other it goes along. */
const LINGERS = 1_000;

let users = 0;

const isFull = (): boolean => document.documentElement.dataset.full !== undefined;

function set(full: boolean): void {
  if (full === isFull()) return;
  if (full) document.documentElement.dataset.full = '';
  else delete document.documentElement.dataset.full;
  window.dispatchEvent(new Event(CHANGED));
}

/** The browser has left full screen by itself: by Esc, say. */
const onBrowser = (): void => {
  if (!document.fullscreenElement) set(false);
};

function watch(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  document.addEventListener('fullscreenchange', onBrowser);
  return () => {
    window.removeEventListener(CHANGED, listener);
    document.removeEventListener('fullscreenchange', onBrowser);
  };
}

const leave = (): void => {
  set(false);
  if (document.fullscreenElement) void document.exitFullscreen();
};

/** The page without anything that leads elsewhere, on the whole screen; where the browser refuses that, in the whole window. */
export function useFullScreen(): { isOn: boolean; toggle: () => void } {
  const isOn = useSyncExternalStore(watch, isFull);
  useEffect(() => {
    users++;
    return () => {
      users--;
      setTimeout(() => users === 0 && leave(), LINGERS);
    };
  }, []);
  const toggle = useCallback(() => {
    if (isFull()) return leave();
    set(true);
    // Not there on a phone, refused in a frame: the window has to do.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    return undefined;
  }, []);
  return { isOn, toggle };
}
