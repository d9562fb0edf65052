import { nodeId } from '#model';
import { toJourney, toPlace, toVoice } from '#src/routes';
import { classes, defineTexts, kindWords, Tag, useFormats, useTexts } from '#ui';
import { Link } from '@tanstack/react-router';
import { StateTrack } from './state-track';
import styles from './ticket-head.module.css';
import { ticketTexts } from './ticket-texts';
import { TitleEditor } from './title-editor';
import { useEffectiveWords } from './use-effective-words';
import { useThemeName } from './use-theme-name';
import { useTicketView } from './view';

const texts = defineTexts({
  ownedBy: { zh: (name: string) => `责任人 ${name}`, en: (name: string) => `Owner: ${name}` },
  unowned: { zh: '无责任人', en: 'No owner' },
  registered: { zh: (day: string, by: string) => `登记 ${day}${by ? ` ${by}` : ''}`, en: (day: string, by: string) => `registered ${day}${by ? ` by ${by}` : ''}` },
  effective: { zh: (touchpoints: string, day: string) => `${touchpoints} 生效 ${day}`, en: (touchpoints: string, day: string) => `${touchpoints} from ${day}` },
  important: { zh: '重要', en: 'Important' },
  recurred: { zh: (n: string) => `已复发 ${n} 次`, en: (n: string) => `Recurred ${n}×` },
  late: { zh: (n: string) => `逾期 ${n} 天`, en: (n: string) => `${n} d late` },
  dueOn: { zh: (day: string) => `到期 ${day}`, en: (day: string) => `due ${day}` },
  statutory: { zh: (reference: string, day: string) => `投诉 ${reference}：法定期限 ${day}`, en: (reference: string, day: string) => `Complaint ${reference}: by law until ${day}` },
  theme: { zh: (name: string) => `声音主题 ${name}`, en: (name: string) => `Voice: ${name}` },
  toComments: { zh: '看这些评论', en: 'See these comments' },
  onMap: { zh: '在全景图上看这个位置', en: 'See this place on the map' },
});

/** Owner, title, the marks of the ticket, and how far it has come. */
export function TicketHead() {
  const { ticket, names, personName, departmentName, dayOf, editable } = useTicketView();
  const { shortDay, points, exact } = useFormats();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const kinds = useTexts(kindWords);
  const { locus } = ticket;
  const theme = useThemeName(locus.theme);
  const place = locus.step !== undefined && locus.touchpoint !== undefined
    ? toJourney(locus.journey, { node: nodeId(locus.step, locus.touchpoint) })
    : locus.touchpoint !== undefined ? toPlace(nodeId(locus.journey, locus.touchpoint)) : toJourney(locus.journey);
  const effective = useEffectiveWords(ticket.effective);
  const facts = [
    ticket.owner === undefined ? t.unowned : t.ownedBy(personName(ticket.owner)),
    ticket.department !== undefined && departmentName(ticket.department),
    t.registered(shortDay(dayOf(ticket.registeredAt)), ticket.registeredBy === undefined ? '' : personName(ticket.registeredBy)),
  ];
  return (
    <header className={styles.head}>
      <p className={styles.line}>{facts.filter(Boolean).join(' · ')}</p>
      <TitleEditor />
      <p className={styles.tags}>
        <Link {...place} className={styles.locus} title={t.onMap}>
          {names.locus(locus)}
        </Link>
        {locus.kind !== undefined && <Tag tone="break">{kinds[locus.kind]}</Tag>}
        {locus.reason !== undefined && <Tag tone="break">{names.reason(locus.reason)}</Tag>}
        {locus.theme !== undefined && theme !== undefined && (
          <Link {...toVoice({ theme: locus.theme, journey: [locus.journey], ...(locus.touchpoint && { touchpoint: locus.touchpoint }) })} className={classes(styles.locus, styles.theme)} title={t.toComments}>
            {t.theme(theme)}
          </Link>
        )}
        {ticket.important && <Tag tone="mild">{t.important}</Tag>}
        {ticket.recurrences.length > 0 && <Tag tone="break">↺ {t.recurred(exact(ticket.recurrences.length))}</Tag>}
        {editable && (ticket.daysLate > 0 ? <Tag tone="break">! {t.late(exact(ticket.daysLate))}</Tag> : ticket.due !== undefined && <Tag>{t.dueOn(shortDay(ticket.due))}</Tag>)}
        {effective.map(({ day, words, all }) => (
          <Tag key={day} title={all}>{t.effective(words, shortDay(day))}</Tag>
        ))}
        {ticket.target !== undefined && <Tag>{common.targetDrop(points(ticket.target).replace('+', ''))}</Tag>}
        {editable && ticket.complaint && ticket.statutoryDue !== undefined && <Tag tone="break">{t.statutory(ticket.complaint.reference, shortDay(ticket.statutoryDue))}</Tag>}
      </p>
      <StateTrack />
    </header>
  );
}
