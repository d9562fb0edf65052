import type { TicketRow } from '#contract';
import { Button, classes, defineTexts, TicketStateTag, useTexts } from '#ui';
import styles from './ticket-board.module.css';
import { gistOf, type Told } from './told';
import type { useOpenTicket } from './use-open-ticket';

const texts = defineTexts({
  move: { zh: '移动…', en: 'Move…' },
  moveOf: { zh: (id: string) => `移动 ${id}`, en: (id: string) => `Move ${id}` },
});

/** A ticket on the board. */
export function BoardCard({ row, told, opening: { hrefOf, open }, onMove }: { row: TicketRow; told: Told; opening: ReturnType<typeof useOpenTicket>; onMove: () => void }) {
  const t = useTexts(texts);
  const { lookup } = told;
  const gist = gistOf(row, told);
  return (
    <article className={styles.card}>
      <a
        href={hrefOf(row.id)}
        title={row.title}
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
        {row.id} · {lookup.names.locus(row.locus)}
      </p>
      <p className={styles.foot}>
        {row.recurrences > 0 && <TicketStateTag state="recurred" />}
        <span className={styles.owner}>{row.owner ? lookup.person(row.owner) : told.t.unowned}</span>
        <span className={classes(gist.bad && styles.bad)}>{gist.words === told.t.unowned ? '' : gist.words}</span>
        <Button look="quiet" aria-label={t.moveOf(row.id)} onClick={onMove}>{t.move}</Button>
      </p>
    </article>
  );
}
