import { defineTexts, useTexts } from '#ui';
import type { TicketId, TicketState } from '#model';
import { useState } from 'react';
import { BoardColumn } from './board-column';
import { boardStates } from './filter';
import { MoveDialog } from './move-dialog';
import type { LedgerSearch } from './search';
import styles from './ticket-board.module.css';
import type { Told } from './told';
import { useOpenTicket } from './use-open-ticket';

const texts = defineTexts({ board: { zh: '看板', en: 'Board' } });

/** The ledger by state, a column each. A card is moved by its menu or by dragging it; what a move still needs is said there. */
export function TicketBoard({ search, told }: { search: LedgerSearch; told: Told }) {
  const t = useTexts(texts);
  const [moving, setMoving] = useState<{ id: TicketId; to?: TicketState }>();
  const opening = useOpenTicket(search);
  return (
    <div className={styles.board} role="group" aria-label={t.board}>
      {boardStates(search).map((state) => (
        <BoardColumn key={state} state={state} search={search} told={told} opening={opening} onMove={(id, to) => setMoving({ id, ...(to && { to }) })} />
      ))}
      {moving && <MoveDialog {...moving} told={told} onClose={() => setMoving(undefined)} onOpen={opening.open} />}
    </div>
  );
}
