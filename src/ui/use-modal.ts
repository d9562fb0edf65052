import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Opens a `<dialog>` as modal for as long as it is rendered: the browser holds the focus inside, closes it on Escape, and gives the
 * focus back.
 *
 * @param onClose called when the person closes it; not when it goes by itself
 */
export function useModal(onClose: () => void): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  const closed = useEffectEvent(onClose);
  // A layout effect, because its cleanup still finds the element in the document: only there does closing give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    // The event comes late: by then the dialog may be open again, as in strict mode.
    const onNativeClose = () => !element.open && closed();
    element.showModal();
    element.addEventListener('close', onNativeClose);
    return () => {
      element.removeEventListener('close', onNativeClose);
      element.close();
    };
  }, []);
  return dialog;
}
