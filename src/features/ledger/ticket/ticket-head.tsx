import { toPlace } from '#src/routes';
import { Button, defineTexts, kindWords, Tag, useFormats, useTexts } from '#ui';
import { Link } from '@tanstack/react-router';
import { nodeId } from '#model';
import { useState } from 'react';
import { StateTrack } from './state-track';
import styles from './ticket-head.module.css';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useTicketView } from './view';

const texts = defineTexts({
  ownedBy: { zh: (name: string) => `责任人 ${name}`, en: (name: string) => `Owner: ${name}` },
  unowned: { zh: '无责任人', en: 'No owner' },
  registered: { zh: (day: string, by: string) => `登记 ${day}${by ? ` ${by}` : ''}`, en: (day: string, by: string) => `registered ${day}${by ? ` by ${by}` : ''}` },
  effective: { zh: (touchpoint: string, day: string) => `${touchpoint} 生效 ${day}`, en: (touchpoint: string, day: string) => `${touchpoint} from ${day}` },
  important: { zh: '重要', en: 'Important' },
  recurred: { zh: (n: string) => `已复发 ${n}`, en: (n: string) => `Recurred ${n}×` },
  late: { zh: (n: string) => `逾期 ${n} 天`, en: (n: string) => `${n} d late` },
  dueOn: { zh: (day: string) => `到期 ${day}`, en: (day: string) => `due ${day}` },
  statutory: { zh: (reference: string, day: string) => `投诉 ${reference}：法定期限 ${day}`, en: (reference: string, day: string) => `Complaint ${reference}: by law until ${day}` },
  onMap: { zh: '在全景图上看这个位置', en: 'See this place on the map' },
  title: { zh: '标题', en: 'Title' },
  editTitle: { zh: '修改标题', en: 'Edit the title' },
});

/** Number, owner, title, the marks of the ticket, and how far it has come. */
export function TicketHead() {
  const { ticket, names, personName } = useTicketView();
  const { shortDay, points, exact } = useFormats();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const kinds = useTexts(kindWords);
  const { locus } = ticket;
  const place = locus.touchpoint !== undefined ? toPlace(nodeId(locus.journey, locus.touchpoint)) : { to: '/panorama/$journey' as const, params: { journey: locus.journey } };
  return (
    <header className={styles.head}>
      <p className={styles.line}>
        <b>{ticket.id}</b> · {ticket.owner === undefined ? t.unowned : t.ownedBy(personName(ticket.owner))} ·{' '}
        {t.registered(shortDay(ticket.registeredAt.slice(0, 10)), ticket.registeredBy === undefined ? '' : personName(ticket.registeredBy))}
      </p>
      <Title />
      <p className={styles.tags}>
        <Link {...place} className={styles.locus} title={t.onMap}>
          {names.locus(locus)}
        </Link>
        {locus.kind !== undefined && <Tag tone="break">{kinds[locus.kind]}</Tag>}
        {locus.reason !== undefined && <Tag tone="break">{names.reason(locus.reason)}</Tag>}
        {ticket.important && <Tag tone="mild">{t.important}</Tag>}
        {ticket.recurrences.length > 0 && <Tag tone="break">↺ {t.recurred(exact(ticket.recurrences.length))}</Tag>}
        {ticket.daysLate > 0 ? <Tag tone="break">! {t.late(exact(ticket.daysLate))}</Tag> : ticket.due !== undefined && <Tag>{t.dueOn(shortDay(ticket.due))}</Tag>}
        {ticket.effective.map(({ touchpoint, day }) => (
          <Tag key={touchpoint}>{t.effective(names.touchpoint(touchpoint), shortDay(day))}</Tag>
        ))}
        {ticket.target !== undefined && <Tag>{common.targetDrop(points(ticket.target).replace('+', ''))}</Tag>}
        {ticket.complaint && ticket.statutoryDue !== undefined && <Tag tone="break">{t.statutory(ticket.complaint.reference, shortDay(ticket.statutoryDue))}</Tag>}
      </p>
      <StateTrack />
    </header>
  );
}

function Title() {
  const { ticket, edits, editable } = useTicketView();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const [typed, setTyped] = useState<string>();
  if (typed === undefined) {
    return (
      <h2 className={styles.title}>
        {ticket.title}{' '}
        {editable && (
          <Button look="quiet" aria-label={t.editTitle} onClick={() => setTyped(ticket.title)}>
            ✎
          </Button>
        )}
      </h2>
    );
  }
  const save = () => {
    if (typed.trim() !== '') edits.edit({ title: typed.trim() });
    setTyped(undefined);
  };
  return (
    <form
      className={page.actions}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to write here */}
      <input autoFocus className={page.input} aria-label={t.title} value={typed} maxLength={200} onChange={({ target }) => setTyped(target.value)} onKeyDown={({ key }) => key === 'Escape' && setTyped(undefined)} />
      <Button look="primary" onClick={save} disabled={typed.trim() === ''}>{common.save}</Button>
      <Button onClick={() => setTyped(undefined)}>{common.cancel}</Button>
    </form>
  );
}
