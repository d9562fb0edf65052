import { defineTexts, useTexts } from '#ui';
import type { TicketId, TicketState } from '#model';
import { useCallback, useId, useRef, useState } from 'react';
import { BoardColumn } from './board-column';
import { boardStates } from './filter';
import { MoveDialog } from './move-dialog';
import type { LedgerSearch } from './search';
import styles from './ticket-board.module.css';
import type { Told } from './told';
import { useOpenTicket } from './use-open-ticket';

const texts = defineTexts({
  board: { zh: '看板', en: 'Board' },
  keys: { zh: '方向键在工单之间走，Home、End 到一列的头尾，Enter 打开，Shift 加左右方向键移到相邻的一列。', en: 'Arrow keys walk the tickets, Home and End go to the ends of a column, Enter opens, Shift with left or right moves a ticket to the next column.' },
});

/** The ledger by state, a column each. A card is moved by its menu, by keys, or by dragging it; what a move still needs is said there. */
export function TicketBoard({ search, told }: { search: LedgerSearch; told: Told }) {
  const t = useTexts(texts);
  const keys = useId();
  const [moving, setMoving] = useState<{ id: TicketId; to?: TicketState }>();
  /** The card to focus next, in another column than the one that was left. */
  const [entering, setEntering] = useState<{ state: TicketState; index: number }>();
  const totals = useRef(new Map<TicketState, number>());
  const opening = useOpenTicket(search);
  const states = boardStates(search);
  const beside = (state: TicketState, step: -1 | 1): TicketState | undefined => states[states.indexOf(state) + step];
  const leave = (state: TicketState, step: -1 | 1, index: number) => {
    for (let next = beside(state, step); next; next = beside(next, step)) {
      const total = totals.current.get(next) ?? 0;
      if (total > 0) return setEntering({ state: next, index: Math.min(index, total - 1) });
    }
    return undefined;
  };
  const entered = useCallback(() => setEntering(undefined), []);
  return (
    <div className={styles.board} role="group" aria-label={t.board} aria-describedby={keys}>
      <p id={keys} className={styles.keys}>{t.keys}</p>
      {states.map((state) => (
        <BoardColumn
          key={state}
          state={state}
          search={search}
          told={told}
          opening={opening}
          onMove={(id, to) => setMoving({ id, ...(to && { to }) })}
          beside={(step) => beside(state, step)}
          entering={entering?.state === state ? entering.index : undefined}
          onEntered={entered}
          onLeave={(step, index) => leave(state, step, index)}
          onTotal={(total) => void totals.current.set(state, total)}
        />
      ))}
      {moving && <MoveDialog {...moving} told={told} onClose={() => setMoving(undefined)} onOpen={opening.open} />}
    </div>
  );
}
