import type { NpsAnswer, NpsSeries } from '#contract';
import { journeyId } from '#model';
import { toPanoramaOf, toTicket, toVoice } from '#src/routes';
import { buttonClass, defineTexts, Dialog, Table, useTexts } from '#ui';
import { Link } from '@tanstack/react-router';
import { useNpsFormats } from './nps-formats';
import { npsWords } from './nps-words';
import styles from './period-dialog.module.css';
import { seriesName } from './series';
import { notesOf, ticketsOf } from './to-trend';
import { useNps } from './view';

const texts = defineTexts({
  title: { zh: (name: string, period: string) => `${name} · ${period}`, en: (name: string, period: string) => `${name} · ${period}` },
  days: { zh: (from: string, to: string) => `${from} 至 ${to}`, en: (from: string, to: string) => `${from} to ${to}` },
  open: { zh: '（未结束）', en: ' (not over)' },
  formula: { zh: (p: string, d: string, n: string, nps: string) => `(${p} − ${d}) ÷ ${n} × 100 = ${nps}`, en: (p: string, d: string, n: string, nps: string) => `(${p} − ${d}) ÷ ${n} × 100 = ${nps}` },
  weighted: { zh: '各旅程按当期旅程量加权，不是全部评价直接相除。', en: 'Journeys are weighted by their instances; it is not all ratings in one heap.' },
  happened: { zh: '这一期发生的事', en: 'What happened in it' },
  nothing: { zh: '没有标注，也没有工单生效。', en: 'No annotation, and no ticket came into effect.' },
  comments: { zh: '看他们写了什么', en: 'Read what they wrote' },
  voice: { zh: '看这一期的客户之声', en: 'Read the comments of these days' },
  map: { zh: '看这一期的全景图', en: 'Show the map of these days' },
  group: { zh: '份数', en: 'Ratings' },
  share: { zh: '占比', en: 'Share' },
  passives: { zh: '中立者', en: 'Passives' },
});

/** A point of the trend taken apart: who promotes and who detracts, how many were asked, and what happened then. */
export function PeriodDialog({ answer, series, id }: { answer: NpsAnswer; series: NpsSeries; id: string }) {
  const { search, go, names, annotations } = useNps();
  const t = useTexts(texts);
  const words = useTexts(npsWords);
  const { exact, nps, percent, period: write, day } = useNpsFormats();
  const index = answer.periods.findIndex((one) => one.id === id);
  const [period, point] = [answer.periods[index], series.points[index]];
  if (!period || !point) return undefined;
  const within = (one: string) => period.from <= one && one <= period.to;
  const tickets = ticketsOf(answer, series).filter((ticket) => within(ticket.day));
  const notes = notesOf(answer, series, annotations).filter((note) => within(note.day));
  const passives = point.n - point.promoters - point.detractors;
  const journey = answer.group === 'journey' && series.id !== 'all' && series.id !== 'important' && series.id !== '' ? journeyId.parse(series.id) : undefined;
  // What they wrote, where they wrote anything.
  const asked = { programme: answer.programme, from: period.from, to: period.to, organisation: search.organisation, segment: search.segment, journey: journey === undefined ? answer.filter.journeys : [journey] };
  return (
    <Dialog title={t.title(seriesName(answer, series.id, names, words), write(period.id))} onClose={() => go({ ...search, point: undefined }, { replace: true })}>
      <p className={styles.quiet}>
        {t.days(day(period.from), day(period.to))}
        {!period.complete && t.open}
      </p>
      <p className={styles.figure}>
        {point.nps === undefined || point.low === undefined || point.high === undefined ? (
          words.fewWhy(exact(point.n))
        ) : (
          <>
            <b>{nps(point.nps)}</b> {words.interval(nps(point.low), nps(point.high))}
          </>
        )}
      </p>
      <Table label={words.count}>
        <thead>
          <tr>
            <th scope="col">{words.count}</th>
            <th scope="col" data-number>{t.group}</th>
            <th scope="col" data-number>{t.share}</th>
          </tr>
        </thead>
        <tbody>
          {([['promoter', words.promoters, point.promoters], ['passive', t.passives, passives], ['detractor', words.detractors, point.detractors]] as const).map(([band, name, value]) => (
            <tr key={band}>
              <th scope="row">
                <Link {...toVoice({ ...asked, band })} title={t.comments}>
                  {name}
                </Link>
              </th>
              <td data-number>{exact(value)}</td>
              <td data-number>{point.n === 0 ? '—' : percent(value / point.n)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.n(exact(point.n))}</th>
            <td data-number>{point.invited === undefined ? '—' : `${words.invited} ${exact(point.invited)}`}</td>
            <td data-number title={point.responseRate === undefined ? words.noRateWhy : undefined}>{point.responseRate === undefined ? '—' : words.responded(percent(point.responseRate))}</td>
          </tr>
        </tfoot>
      </Table>
      {point.nps !== undefined && <p className={styles.quiet}>{series.weighting.by === 'instances' ? t.weighted : t.formula(exact(point.promoters), exact(point.detractors), exact(point.n), nps(point.nps))}</p>}
      <h3 className={styles.heading}>{t.happened}</h3>
      {tickets.length + notes.length === 0 ? (
        <p className={styles.quiet}>{t.nothing}</p>
      ) : (
        <ul className={styles.list}>
          {tickets.map((ticket) => (
            <li key={ticket.id}>
              <Link {...toTicket(ticket.id)} className={styles.link}>
                ⚑ {ticket.id} {ticket.title}
              </Link>{' '}
              <span className={styles.quiet}>{day(ticket.day)}</span>
            </li>
          ))}
          {notes.map((note) => (
            <li key={note.id}>
              {note.text} <span className={styles.quiet}>{day(note.day)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.actions}>
        <Link {...toPanoramaOf({ from: period.from, to: period.to, organisation: search.organisation, segment: search.segment }, journey)} className={buttonClass()}>
          {t.map}
        </Link>{' '}
        <Link {...toVoice(asked)} className={buttonClass()}>
          {t.voice}
        </Link>
      </p>
    </Dialog>
  );
}
