import { type TicketState } from '#model';
import { classes, defineTexts, ticketStateWords, useFormats, useTexts } from '#ui';
import styles from './state-track.module.css';
import { useTicketView } from './view';

const texts = defineTexts({
  label: { zh: '进展', en: 'Progress' },
  since: { zh: (day: string) => `${day} 起`, en: (day: string) => `since ${day}` },
});

const WAY: readonly TicketState[] = ['registered', 'assigned', 'remediating', 'verifying', 'closed'];

/** The states on the way to the close-out, each with the day it was last reached. */
export function StateTrack() {
  const { ticket, dayOf } = useTicketView();
  const { shortDay } = useFormats();
  const t = useTexts(texts);
  const names = useTexts(ticketStateWords);
  // A waived ticket got as far as it got: what it never reached is left out.
  const way = ticket.state === 'waived' ? [...WAY.filter((state) => state !== 'closed' && ticket.history.some((one) => one.state === state)), 'waived' as const] : WAY;
  const at = way.indexOf(ticket.state);
  const reached = (state: TicketState) => {
    const one = ticket.history.findLast((each) => each.state === state);
    return one && shortDay(dayOf(one.at));
  };
  return (
    <ol className={styles.track} aria-label={t.label}>
      {way.map((state, index) => {
        const day = index <= at ? reached(state) : undefined;
        return (
          <li key={state} className={classes(styles.state, index < at && styles.done, index === at && styles.current, state === 'waived' && styles.waived)} aria-current={index === at ? 'step' : undefined}>
            <span className={styles.dot} aria-hidden="true" />
            <span className={styles.words}>
              <span>{names[state]}</span> {day !== undefined && <small>{index === at ? t.since(day) : day}</small>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
