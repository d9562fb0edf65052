import { type TicketState } from '#model';
import { classes, defineTexts, ticketStateWords, useFormats, useTexts } from '#ui';
import styles from './state-track.module.css';
import { useTicketView } from './view';

const texts = defineTexts({
  label: { zh: '进展', en: 'Progress' },
  since: { zh: (day: string) => `${day} 起`, en: (day: string) => `since ${day}` },
  now: { zh: '当前', en: 'now' },
});

const WAY: readonly TicketState[] = ['registered', 'assigned', 'remediating', 'verifying', 'closed'];

/** The states on the way to the close-out, each with the day it was last reached. */
export function StateTrack() {
  const { ticket } = useTicketView();
  const { shortDay } = useFormats();
  const t = useTexts(texts);
  const names = useTexts(ticketStateWords);
  const way = ticket.state === 'waived' ? [...WAY.slice(0, 4), 'waived' as const] : WAY;
  const at = way.indexOf(ticket.state);
  const reached = (state: TicketState) => ticket.history.findLast((one) => one.state === state)?.at.slice(0, 10);
  return (
    <ol className={styles.track} aria-label={t.label}>
      {way.map((state, index) => {
        const day = index <= at ? reached(state) : undefined;
        return (
          <li key={state} className={classes(styles.state, index < at && styles.done, index === at && styles.current, state === 'waived' && styles.waived)} aria-current={index === at ? 'step' : undefined}>
            <span className={styles.dot} aria-hidden="true" />
            <span>{names[state]}</span>
            <small>{day === undefined ? (index === at ? t.now : '\u00a0') : index === at ? t.since(shortDay(day)) : shortDay(day)}</small>
          </li>
        );
      })}
    </ol>
  );
}
