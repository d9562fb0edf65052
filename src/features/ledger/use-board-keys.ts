import type { TicketState } from '#model';
import type { Virtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type KeyboardEvent, useEffect, useState } from 'react';

export interface BoardKeys {
  total: number;
  virtual: Virtualizer<HTMLDivElement, Element>;
  /** The card of this column to focus, for somebody who comes from another one. */
  entering: number | undefined;
  onEntered: () => void;
  /** Left or right of a card. */
  onLeave: (step: -1 | 1, index: number) => void;
  /** The column beside, where there is one. */
  beside: (step: -1 | 1) => TicketState | undefined;
  /** Shift and left or right: a card to the column beside. */
  onCarry: (index: number, to: TicketState) => void;
}

const indexOf = (target: EventTarget): number | undefined => {
  const index = target instanceof Element ? target.closest('li')?.dataset.index : undefined;
  return index === undefined ? undefined : Number(index);
};

/**
 * The keys of a column of the board: one of its cards can be reached by Tab, and arrows walk from there. A card that is not drawn yet is
 * scrolled to and focused once it is.
 */
export function useBoardKeys({ total, virtual, entering, onEntered, onLeave, beside, onCarry }: BoardKeys) {
  const [wanted, setWanted] = useState(0);
  const [asked, setAsked] = useState<number>();
  const shown = virtual.getVirtualItems();
  const inView = shown.some(({ index }) => index === wanted);
  const target = entering ?? asked;

  useEffect(() => {
    if (target !== undefined) virtual.scrollToIndex(target);
  }, [target, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    const index = indexOf(event.target);
    if (index === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined;
    if (step !== undefined) {
      event.preventDefault();
      const to = beside(step);
      if (!event.shiftKey) onLeave(step, index);
      else if (to) onCarry(index, to);
      return;
    }
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: total - 1 }[event.key];
    if (next === undefined || event.shiftKey) return;
    event.preventDefault();
    if (next >= 0 && next < total) setAsked(next);
  };
  const onFocus = (event: FocusEvent) => {
    const index = indexOf(event.target);
    if (index === undefined) return;
    setWanted(index);
    setAsked(undefined);
    if (entering !== undefined) onEntered();
  };
  /** `stop`: the card that Tab reaches; `asked`: the one to focus as soon as it is drawn. */
  return { stop: inView ? wanted : (shown[0]?.index ?? 0), asked: target, onKeyDown, onFocus };
}
