import type { TicketRow } from '#contract';
import { Button, classes, defineTexts, ticketStateWords, useTexts } from '#ui';
import { useEffect, useRef } from 'react';
import styles from './ticket-board.module.css';
import { gistOf, type Told } from './told';
import type { useOpenTicket } from './use-open-ticket';

const texts = defineTexts({
  move: { zh: '移动…', en: 'Move…' },
  card: {
    zh: (parts: readonly string[]) => parts.filter(Boolean).join('，'),
    en: (parts: readonly string[]) => parts.filter(Boolean).join(', '),
  },
  moveOf: { zh: (id: string) => `移动 ${id}`, en: (id: string) => `Move ${id}` },
});

export interface BoardCardProps {
  row: TicketRow;
  told: Told;
  opening: ReturnType<typeof useOpenTicket>;
  /** Tab reaches this card; the others of its column are reached from it by arrows. */
  isStop: boolean;
  /** Somebody is on the way to it by keyboard. */
  isAsked: boolean;
  onMove: () => void;
}

/** A ticket on the board. */
export function BoardCard({ row, told, opening: { hrefOf, open }, isStop, isAsked, onMove }: BoardCardProps) {
  const t = useTexts(texts);
  const states = useTexts(ticketStateWords);
  const { lookup } = told;
  const gist = gistOf(row, told);
  const place = lookup.names.locus(row.locus);
  const owner = row.owner ? lookup.person(row.owner) : told.t.unowned;
  const gistWords = gist.words === told.t.unowned ? '' : gist.words;
  const tabIndex = isStop ? 0 : -1;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isAsked) link.current?.focus();
  }, [isAsked]);
  return (
    <article className={styles.card}>
      <a
        ref={link}
        href={hrefOf(row.id)}
        title={row.title}
        tabIndex={tabIndex}
        aria-label={t.card([row.title, states[row.state], row.recurrences > 0 ? states.recurred : '', row.id, place, owner, gistWords])}
        aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
        draggable={false}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          open(row.id);
        }}
      >
        {row.title}
      </a>
      <p>
        {row.id} · {row.recurrences > 0 && <span className={styles.recurred}>⟲ {states.recurred} · </span>}
        {place}
      </p>
      <p className={styles.foot}>
        <span className={styles.owner}>{owner}</span>
        <span className={classes(gist.bad && styles.bad)}>{gistWords}</span>
        <Button look="quiet" tabIndex={tabIndex} aria-label={t.moveOf(row.id)} onClick={onMove}>{t.move}</Button>
      </p>
    </article>
  );
}
