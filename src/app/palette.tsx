import { defineTexts, useShortcut, useTexts } from '#ui';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';

const PaletteDialog = lazy(async () => ({ default: (await import('./palette-dialog')).PaletteDialog }));

const texts = defineTexts({ find: { zh: '查找', en: 'Find' } });

const OPEN = 'throughline:palette';

/** Opens the palette from anywhere in the shell. */
export const openPalette = (): void => {
  window.dispatchEvent(new Event(OPEN));
};

/** ⌘K: finds journeys, places and actions. Its dialog loads when it first opens. */
export function Palette() {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  useShortcut('mod+k', t.find, openPalette);
  useEffect(() => {
    const onOpen = () => setOpen(true);
    window.addEventListener(OPEN, onOpen);
    return () => window.removeEventListener(OPEN, onOpen);
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
