import { type RefObject, useEffect, useState } from 'react';

/** Whether the map is so close that its cards show their details; told when it is at rest. */
export function useClose(map: RefObject<HTMLElement | null>): boolean {
  const [isClose, setClose] = useState(false);
  useEffect(() => {
    const element = map.current;
    if (!element) return undefined;
    const read = () => setClose(element.dataset.lod === 'close');
    const observer = new MutationObserver(read);
    observer.observe(element, { attributeFilter: ['data-lod'] });
    read();
    return () => observer.disconnect();
  }, [map]);
  return isClose;
}
