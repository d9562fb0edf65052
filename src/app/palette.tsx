import { defineTexts, useShortcut, useTexts } from '#ui';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';

const load = () => import('./palette-dialog');
const PaletteDialog = lazy(async () => ({ default: (await load()).PaletteDialog }));

/** After the page is first drawn (ms). */
const AHEAD = 4000;

const texts = defineTexts({ find: { zh: '查找', en: 'Find' } });

const OPEN = 'throughline:palette';

/** Opens the palette from anywhere in the shell. */
export const openPalette = (): void => {
  window.dispatchEvent(new Event(OPEN));
};

/** ⌘K: finds journeys, places and actions. Its dialog loads once the page is at rest, so that no key typed right after ⌘K is lost. */
export function Palette() {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  useShortcut('mod+k', t.find, openPalette);
  useEffect(() => {
    const onOpen = () => setOpen(true);
    window.addEventListener(OPEN, onOpen);
    // What fails now fails again, and is told, when it is opened.
    const ahead = setTimeout(() => void load().catch(() => undefined), AHEAD);
    return () => {
      clearTimeout(ahead);
      window.removeEventListener(OPEN, onOpen);
    };
  }, []);
  const close = useCallback(() => setOpen(false), []);
  return (
    open && (
      <Suspense>
        <PaletteDialog onClose={close} />
      </Suspense>
    )
  );
}
