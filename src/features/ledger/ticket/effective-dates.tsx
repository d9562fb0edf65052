import type { EffectiveDate, TouchpointId } from '#model';
import { defineTexts, useFormats, useTexts } from '#ui';
import styles from './measures-panel.module.css';
import page from './ticket-page.module.css';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '生效日（每个触点一个）', en: 'Effective dates (one for each touchpoint)' },
  note: { zh: '从哪一天起，整改在这个触点上生效。提交验证后不能再改。', en: 'From which day on the fix is live on the touchpoint. Fixed once submitted.' },
  none: { zh: '这个位置还没有客户经过任何触点。', en: 'Nobody has come by this place on any touchpoint yet.' },
});

/** From which day on the fix is live on each touchpoint of the locus. */
export function EffectiveDates() {
  const { ticket, edits, names } = useTicketView();
  const { shortDay } = useFormats();
  const t = useTexts(texts);
  const open = ticket.state === 'registered' || ticket.state === 'assigned' || ticket.state === 'remediating';
  const touchpoints = useLocusTouchpoints();
  const dayOf = (touchpoint: TouchpointId) => ticket.effective.find((one) => one.touchpoint === touchpoint)?.day;
  const set = (touchpoint: TouchpointId, day: string) => {
    const others = ticket.effective.filter((one) => one.touchpoint !== touchpoint);
    const next: EffectiveDate[] = day === '' ? others : [...others, { touchpoint, day }];
    edits.edit({ effective: next.toSorted((a, b) => touchpoints.indexOf(a.touchpoint) - touchpoints.indexOf(b.touchpoint)) });
  };
  return (
    <section className={styles.effective}>
      <h3>{t.title}</h3>
      {open && <p className={page.quiet}>{t.note}</p>}
      {touchpoints.length === 0 && <p className={page.quiet}>{t.none}</p>}
      <div className={styles.dates}>
        {touchpoints.map((touchpoint) => {
          const day = dayOf(touchpoint);
          return open ? (
            <label key={touchpoint} className={page.field}>
              <span>{names.touchpoint(touchpoint)}</span>
              <input type="date" className={page.input} value={day ?? ''} onChange={({ target }) => set(touchpoint, target.value)} />
            </label>
          ) : (
            <span key={touchpoint}>
              {names.touchpoint(touchpoint)} <b>{day === undefined ? '—' : shortDay(day)}</b>
            </span>
          );
        })}
      </div>
    </section>
  );
}

/** The touchpoints that need a date: that of the locus, else those the submit move names as missing and those already dated. */
function useLocusTouchpoints(): TouchpointId[] {
  const { ticket, catalogue } = useTicketView();
  if (ticket.locus.touchpoint !== undefined) return [ticket.locus.touchpoint];
  const asked = ticket.moves.flatMap(({ missing }) => missing.flatMap(({ code, params }) => (code === 'effective-required' ? String(params?.touchpoints ?? '').split(',') : [])));
  const named = new Set<string>([...asked, ...ticket.effective.map(({ touchpoint }) => touchpoint)]);
  return catalogue.touchpoints.flatMap(({ id }) => (named.has(id) ? [id] : []));
}
