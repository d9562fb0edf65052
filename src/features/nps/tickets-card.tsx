import type { NpsAnswer, NpsSeries, NpsTicket } from '#contract';
import { toTicket } from '#src/routes';
import { classes, defineTexts, useTexts } from '#ui';
import { Link } from '@tanstack/react-router';
import { ChartCard } from './chart-card';
import { useNpsFormats } from './nps-formats';
import { npsWords } from './nps-words';
import { shownDelta } from './shown';
import type { Column } from './table';
import styles from './tickets-card.module.css';
import { ticketsOf } from './to-trend';
import { useNps } from './view';

const texts = defineTexts({
  title: { zh: '已销号工单前后', en: 'Closed tickets, before and after' },
  note: { zh: '工单所在旅程和触点的 NPS：首个生效日之前，与最后生效日之后，前后天数相同', en: 'NPS where each ticket mends: before its first effective day and after its last, as many days on both sides' },
  none: { zh: '所选范围内没有已销号的工单。', en: 'No ticket was closed in what is selected.' },
  sentence: { zh: (n: string, up: string, down: string) => `${n} 件已销号工单中，所在之处的 NPS 显著上升 ${up} 件，显著下降 ${down} 件，其余无显著差异或样本不足。`, en: (n: string, up: string, down: string) => `Of ${n} closed tickets, NPS rose significantly at ${up} and fell at ${down}; the others show no significant difference or too few ratings.` },
  ticket: { zh: '工单', en: 'Ticket' },
  name: { zh: '标题', en: 'Title' },
  place: { zh: '位置', en: 'Where' },
  effective: { zh: '生效日', en: 'Effective' },
  before: { zh: '之前', en: 'Before' },
  after: { zh: '之后', en: 'After' },
  nBefore: { zh: 'n（前）', en: 'n before' },
  nAfter: { zh: 'n（后）', en: 'n after' },
});

/** The tickets that were closed, each with the NPS at its place before and after. */
export function TicketsCard({ answer, series }: { answer: NpsAnswer; series: NpsSeries }) {
  const { names } = useNps();
  const t = useTexts(texts);
  const words = useTexts(npsWords);
  const { exact, nps, delta, day } = useNpsFormats();
  const tickets = ticketsOf(answer, series).toReversed();
  const place = ({ at }: NpsTicket) => names.locus(at);
  const verdict = ({ significant }: NpsTicket) => (significant === undefined ? undefined : significant ? words.significant : words.insignificant);
  const moved = (sign: number) => exact(tickets.filter((one) => one.significant && Math.sign(one.delta ?? 0) === sign).length);
  const columns: Column<NpsTicket>[] = [
    { key: 'id', header: t.ticket, kind: 'text', value: ({ id }) => id },
    { key: 'title', header: t.name, kind: 'text', value: ({ title }) => title },
    { key: 'place', header: t.place, kind: 'text', value: place },
    { key: 'day', header: t.effective, kind: 'text', value: (ticket) => day(ticket.day) },
    { key: 'before', header: t.before, kind: 'nps', value: ({ before }) => before.nps },
    { key: 'after', header: t.after, kind: 'nps', value: ({ after }) => after.nps },
    { key: 'delta', header: words.change, kind: 'delta', value: (ticket) => ticket.delta },
    { key: 'verdict', header: words.verdict, kind: 'text', value: verdict },
    { key: 'nBefore', header: t.nBefore, kind: 'count', value: ({ before }) => before.n },
    { key: 'nAfter', header: t.nAfter, kind: 'count', value: ({ after }) => after.n },
  ];
  return (
    <ChartCard title={t.title} note={t.note} sentence={tickets.length > 0 && t.sentence(exact(tickets.length), moved(1), moved(-1))} file="tickets" table={{ columns, rows: tickets, id: ({ id }) => id }}>
      {tickets.length === 0 ? (
        <p className={styles.none}>{t.none}</p>
      ) : (
        <ul className={styles.list}>
          {tickets.map((ticket) => {
            const difference = shownDelta(ticket.before, ticket.after);
            const few = ticket.before.nps === undefined ? ticket.before : ticket.after;
            return (
              <li key={ticket.id} className={styles.row}>
                <Link {...toTicket(ticket.id)} className={styles.link}>
                  <span className={styles.pennant} aria-hidden="true">⚑</span> {ticket.id} {ticket.title}
                </Link>
                <span className={styles.place}>
                  {place(ticket)} · {day(ticket.day)}
                </span>
                <span className={styles.figures} title={`${ticket.before.from} – ${ticket.before.to}: ${words.n(exact(ticket.before.n))}\n${ticket.after.from} – ${ticket.after.to}: ${words.n(exact(ticket.after.n))}`}>
                  {difference === undefined ? (
                    words.few(exact(few.n))
                  ) : (
                    <>
                      {nps(ticket.before.nps ?? 0)} → <b>{nps(ticket.after.nps ?? 0)}</b>{' '}
                      <span className={classes(ticket.significant && (difference < 0 ? styles.down : styles.up))}>
                        {delta(difference)} {verdict(ticket)}
                      </span>
                    </>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </ChartCard>
  );
}
