import { CusumChart, defineTexts, Panel, useFormats, useTexts } from '#ui';
import { useMeasured } from './use-measured';
import { useTicketView } from './view';
import styles from './ticket-page.module.css';

const texts = defineTexts({
  title: { zh: '复发监测', en: 'Watching for a recurrence' },
  raised: {
    zh: (day: string, h: string, rate: string) => `${day} 累积和超过 ${h}：${rate}又升上来了，系统已自动重新打开工单。`,
    en: (day: string, h: string, rate: string) => `On ${day} the cumulative sum passed ${h}: the ${rate} has risen again, and the system opened the ticket.`,
  },
  watching: {
    zh: (value: string, h: string) => `销号后每天监测：累积和 ${value}，超过 ${h} 即判定复发。`,
    en: (value: string, h: string) => `Watched every day since the close-out: the cumulative sum is ${value}; above ${h} it is a recurrence.`,
  },
  how: {
    zh: '累积和 (CUSUM)：每天把它与基线、观察期的中点相比，高出部分以日间标准差为单位累加。',
    en: 'CUSUM: each day’s rate against the midpoint of baseline and after; what lies above adds up, in daily standard deviations.',
  },
});

/** After the close-out: the CUSUM that raised a recurrence, and the one that is watching now. */
export function RecurrencesPanel() {
  const { ticket, evidence } = useTicketView();
  const { shortDay } = useFormats();
  const t = useTexts(texts);
  const { rate } = useMeasured();
  const watch = evidence?.watch;
  if (ticket.recurrences.length === 0 && !watch) return null;
  return (
    <Panel title={t.title} note={t.how}>
      {ticket.recurrences.map((one) => (
        <div key={one.at}>
          <p className={styles.error}>↺ {t.raised(shortDay(one.raisedOn), String(one.threshold), rate)}</p>
          <CusumChart path={one.path} threshold={one.threshold} />
        </div>
      ))}
      {watch && watch.path.length > 0 && (
        <>
          <p className={styles.quiet}>{t.watching((watch.path.at(-1)?.cusum ?? 0).toFixed(1), String(watch.threshold))}</p>
          <CusumChart path={watch.path} threshold={watch.threshold} />
        </>
      )}
    </Panel>
  );
}
