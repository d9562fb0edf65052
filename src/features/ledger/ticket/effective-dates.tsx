import type { EffectiveDate, TouchpointId } from '#model';
import { Button, defineTexts, useTexts } from '#ui';
import { DateField } from './date-field';
import styles from './measures-panel.module.css';
import page from './ticket-page.module.css';
import { useEffectiveWords } from './use-effective-words';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '生效日', en: 'Effective dates' },
  note: { zh: '整改从哪一天起在这个触点上生效。提交验证后不能再改。', en: 'From which day on the fix is live on the touchpoint. Fixed once submitted.' },
  nobody: { zh: '基线里没有客户经过这个位置，不知道有哪些触点。', en: 'Nobody came by this place in the baseline, so its touchpoints are not known.' },
  none: { zh: '没有记录生效日', en: 'No effective dates' },
  others: { zh: (day: string) => `其余也是 ${day}`, en: (day: string) => `The others too: ${day}` },
});

/** From which day on the fix is live on each touchpoint of the locus. */
export function EffectiveDates() {
  const { ticket } = useTicketView();
  const t = useTexts(texts);
  const groups = useEffectiveWords(ticket.effective);
  const open = ticket.state === 'registered' || ticket.state === 'assigned' || ticket.state === 'remediating';
  return (
    <section className={styles.effective} aria-label={t.title}>
      <h3>{t.title}</h3>
      {open && <p className={page.quiet}>{t.note}</p>}
      {open ? (
        <EffectiveDateFields />
      ) : (
        <ul className={styles.dates}>
          {groups.map(({ day, all }) => (
            <li key={day}>
              <b>{day}</b> {all}
            </li>
          ))}
          {groups.length === 0 && <li className={page.quiet}>{t.none}</li>}
        </ul>
      )}
    </section>
  );
}

/** A date for each touchpoint, saved as it is set; where one is known and others are not, they can all follow it. */
export function EffectiveDateFields() {
  const { ticket, edits, names, catalogue, evidence, today } = useTicketView();
  const t = useTexts(texts);
  const known = new Set<TouchpointId>([...(evidence?.touchpoints ?? []), ...ticket.effective.map(({ touchpoint }) => touchpoint)]);
  const touchpoints = catalogue.touchpoints.flatMap(({ id }) => (known.has(id) ? [id] : []));
  const dayOf = (touchpoint: TouchpointId) => ticket.effective.find((one) => one.touchpoint === touchpoint)?.day;
  const set = (changed: readonly TouchpointId[], day: string) =>
    edits.edit(({ effective }) => {
      const others = effective.filter(({ touchpoint }) => !changed.includes(touchpoint));
      const next: EffectiveDate[] = day === '' ? others : [...others, ...changed.map((touchpoint) => ({ touchpoint, day }))];
      return { effective: next.toSorted((a, b) => touchpoints.indexOf(a.touchpoint) - touchpoints.indexOf(b.touchpoint)) };
    });
  const without = touchpoints.filter((touchpoint) => dayOf(touchpoint) === undefined);
  const last = ticket.effective.map(({ day }) => day).toSorted().at(-1);
  if (evidence && touchpoints.length === 0) return <p className={page.quiet}>{t.nobody}</p>;
  return (
    <>
      <div className={styles.dates}>
        {touchpoints.map((touchpoint) => (
          <label key={touchpoint} className={page.field}>
            <span>{names.touchpoint(touchpoint)}</span>
            <DateField value={dayOf(touchpoint) ?? ''} max={today} onChange={(day) => set([touchpoint], day)} />
          </label>
        ))}
      </div>
      {without.length > 0 && last !== undefined && (
        <p>
          <Button onClick={() => set(without, last)}>{t.others(last)}</Button>
        </p>
      )}
    </>
  );
}
