import { defineTexts, useFormats, useTexts } from '#ui';
import styles from './ticket-page.module.css';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '审计链', en: 'Audit chain' },
  intact: { zh: '校验通过', en: 'verified' },
  broken: { zh: '校验失败：有记录被改过', en: 'broken: an entry was tampered with' },
  entries: { zh: (n: string) => `${n} 条`, en: (n: string) => `${n} ${n === '1' ? 'entry' : 'entries'}` },
  tail: { zh: (hash: string) => `尾 ${hash}`, en: (hash: string) => `tail ${hash}` },
});

/** How many links the ticket has in the chain, whether each still has its hash, and the last one. */
export function AuditPanel() {
  const { ticket } = useTicketView();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const { entries, tail, intact } = ticket.audit;
  return (
    <section aria-label={t.title}>
      <h2>{t.title}</h2>
      <p className={intact ? styles.quiet : styles.error}>
        {t.entries(exact(entries))} · {intact ? t.intact : `⚠ ${t.broken}`}
        {tail !== undefined && <span title={tail}> · {t.tail(`${tail.slice(0, 4)}…${tail.slice(-4)}`)}</span>}
      </p>
    </section>
  );
}
