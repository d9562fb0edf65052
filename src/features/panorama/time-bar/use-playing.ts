import { useEffect, useState } from 'react';

/** How long a slot stays in view before the next. */
const SLOT_MS = 900;

interface Options {
  position: number | undefined;
  count: number;
  onPosition: (index: number) => void;
  /** The numbers of the position are not there yet: the playback waits for them. */
  busy: boolean;
}

/** Plays from the position to the end, or from the beginning where it is at neither; stops at the end. */
export function usePlaying({ position, count, onPosition, busy }: Options): { playing: boolean; play: (on: boolean) => void } {
  const [on, setOn] = useState(false);
  const last = count - 1;
  const ends = position === undefined || position >= last;
  // Whoever leaves the playback, or has it reach the end, has stopped it.
  const [before, setBefore] = useState(position);
  if (position !== before) {
    setBefore(position);
    if (on && ends) setOn(false);
  }
  useEffect(() => {
    if (!on || busy || position === undefined || position >= last) return undefined;
    const timer = setTimeout(() => onPosition(position + 1), SLOT_MS);
    return () => clearTimeout(timer);
  }, [on, busy, position, last, onPosition]);
  const play = (next: boolean) => {
    if (count === 0) return;
    if (next && ends) onPosition(0);
    setOn(next && last > 0);
  };
  return { playing: on, play };
}
