import { type RefObject, useEffect, useRef } from 'react';

/** Takes the focus when what it stands in opens: what opened it is no longer there. */
export function useFocusOnOpen<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => element.current?.focus({ preventScroll: true }), []);
  return element;
}
