import { useEffect, useState } from 'react';

/** From when on a wait is worth a word (ms). */
const SLOW = 3_000;

/** Whether something has been under way for a while. */
export function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [busy]);
  return slow;
}
