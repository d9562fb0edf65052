import { ticketAuditQuery } from '#api';
import { type AuditEntry, personId } from '#model';
import { Button, defineTexts, Loading, useFormats, useLanguage, useTexts } from '#ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import styles from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { timeLineWords } from './time-line-words';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '时间线', en: 'Time line' },
  more: { zh: (n: string) => `更早的 ${n} 条`, en: (n: string) => `${n} earlier` },
  failed: { zh: '时间线没有加载出来', en: 'The time line could not be loaded' },
  retry: { zh: '重试', en: 'Try again' },
  today: { zh: (time: string) => `今天 ${time}`, en: (time: string) => `today ${time}` },
});

/** So many are shown at first; the rest is one click away. */
const FIRST = 8;

/** Everything that was done about the ticket, newest first, out of the audit. */
export function TimeLine() {
  const { ticket } = useTicketView();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const asked = useInfiniteQuery(ticketAuditQuery(ticket.id));
  const [all, setAll] = useState(false);
  const entries = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = asked.data?.pages[0]?.total ?? 0;
  const shown = all ? entries : entries.slice(0, FIRST);
  return (
    <section aria-label={t.title}>
      <h2>{t.title}</h2>
      {!asked.data && (asked.isError ? <p className={styles.error}>{t.failed} <Button onClick={() => void asked.refetch()}>{t.retry}</Button></p> : <Loading lines={4} />)}
      <ol className={styles.rows}>
        {shown.map((entry) => (
          <Entry key={entry.sequence} entry={entry} />
        ))}
      </ol>
      {total > shown.length && (
        <Button
          look="quiet"
          className={styles.more}
          disabled={asked.isFetchingNextPage}
          onClick={() => {
            if (all) void asked.fetchNextPage();
            setAll(true);
          }}
        >
          {t.more(exact(total - shown.length))}
        </Button>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { personName, departmentName, names, zone, dayOf, today } = useTicketView();
  const language = useLanguage();
  const formats = useFormats();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const words = useMemo(() => ({ formats, person: personName, department: departmentName, touchpoint: names.touchpoint, locus: names.locus }), [formats, personName, departmentName, names]);
  const person = entry.actor.startsWith('person:') ? personId.safeParse(entry.actor.slice('person:'.length)).data : undefined;
  const full = formats.dateTime(entry.at, zone);
  const day = dayOf(entry.at);
  return (
    <li>
      <span>
        {person === undefined ? common.system : personName(person)} {timeLineWords(entry, language, words)}
        {entry.reason !== undefined && <small>{` “${entry.reason}”`}</small>}
      </span>
      <time dateTime={entry.at} title={full}>{day === today ? t.today(full.slice(-5)) : formats.shortDay(day)}</time>
    </li>
  );
}
