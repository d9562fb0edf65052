import { failureOf } from '#api';
import { type TicketId, ticketId, type TicketState } from '#model';
import { Button, classes, defineTexts, FailedToLoad, Loading, TicketStateTag, useFormats, useTexts } from '#ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { BoardCard } from './board-card';
import { filterOf } from './filter';
import type { LedgerSearch } from './search';
import styles from './ticket-board.module.css';
import type { Told } from './told';
import { type BoardKeys, useBoardKeys } from './use-board-keys';
import type { useOpenTicket } from './use-open-ticket';
import { useTicketList, useTicketRows } from './use-ticket-list';

const texts = defineTexts({
  none: { zh: '没有', en: 'None' },
  cards: { zh: (state: string) => `${state}的工单`, en: (state: string) => `${state} tickets` },
});

/** Pixels; a card and the gap below it. */
const CARD = 96;
const GAP = 8;
/** What a dragged card is, to the browser. */
const TYPE = 'application/x-throughline-ticket';

export interface BoardColumnProps extends Pick<BoardKeys, 'entering' | 'onEntered' | 'onLeave' | 'beside'> {
  state: TicketState;
  search: LedgerSearch;
  told: Told;
  opening: ReturnType<typeof useOpenTicket>;
  /** Asks to move a ticket, to this state if somebody has dropped it there. */
  onMove: (id: TicketId, to?: TicketState) => void;
  /** Tells how many there are. */
  onTotal: (total: number) => void;
}

/** All tickets of one state, the most urgent first. */
export function BoardColumn({ state, search, told, opening, onMove, onTotal, ...walking }: BoardColumnProps) {
  const t = useTexts(texts);
  const { exact } = useFormats();
  const heading = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  const question = useMemo(() => ({ ...filterOf(search), state: [state], ...(search.sort && { sort: search.sort }) }), [search, state]);
  const { list, error, retry } = useTicketList(question);
  const virtual = useVirtualizer({ count: list?.total ?? 0, getScrollElement: () => scroller.current, estimateSize: () => CARD + GAP, overscan: 4 });
  const shown = virtual.getVirtualItems();
  const rows = useTicketRows(list?.question ?? question, { first: shown[0]?.index ?? 0, last: shown.at(-1)?.index ?? 0, total: list?.total ?? 0 });
  const keys = useBoardKeys({
    ...walking,
    total: list?.total ?? 0,
    virtual,
    onCarry(index, to) {
      const row = rows.row(index);
      if (row) onMove(row.id, to);
    },
  });
  useEffect(() => onTotal(list?.total ?? 0));
  return (
    // Dragging is for the pointer; the keyboard has keys and the menu of each card.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={classes(styles.column, isOver && styles.over)}
      aria-labelledby={heading}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        const dragged = ticketId.safeParse(event.dataTransfer.getData(TYPE));
        if (!dragged.success) return;
        event.preventDefault();
        onMove(dragged.data, state);
      }}
    >
      <h2 id={heading} className={styles.heading}>
        <TicketStateTag state={state} /> <span>{list && exact(list.total)}</span>
      </h2>
      {error && !list && <FailedToLoad failure={failureOf(error)} onRetry={retry} />}
      {!error && !list && <Loading lines={4} />}
      {list?.total === 0 && <p className={styles.none}>{t.none}</p>}
      <div ref={scroller} className={styles.cards} data-scroll-restoration-id={`ledger-${state}`}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of what stands in it */}
        <ol style={{ height: virtual.getTotalSize() }} aria-labelledby={heading} onKeyDown={keys.onKeyDown} onFocus={keys.onFocus}>
          {shown.map(({ index, start }) => {
            const row = rows.row(index);
            return (
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as above
              <li
                key={index}
                data-index={index}
                style={{ transform: `translateY(${start}px)`, height: CARD }}
                aria-setsize={list?.total}
                aria-posinset={index + 1}
                draggable={row !== undefined}
                onDragStart={(event) => row && event.dataTransfer.setData(TYPE, row.id)}
              >
                {row ? <BoardCard row={row} told={told} opening={opening} isStop={index === keys.stop} isAsked={index === keys.asked} onMove={() => onMove(row.id)} /> : <span className={styles.blank} />}
              </li>
            );
          })}
        </ol>
      </div>
      {rows.error && <Button look="quiet" onClick={rows.retry}>⚠ {failureOf(rows.error).detail}</Button>}
    </section>
  );
}
