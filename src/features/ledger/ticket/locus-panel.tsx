import { failureOf, panoramaQuery } from '#api';
import { toJourney } from '#src/routes';
import { defineTexts, Failed, Loading, useFormats, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { LocusFigure } from './locus-figure';
import { locusMap } from './locus-map';
import { LocusTheme } from './locus-theme';
import styles from './locus-panel.module.css';
import page from './ticket-page.module.css';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '位置', en: 'Place' },
  failed: { zh: '小地图没有加载出来', en: 'The small map could not be loaded' },
  nobody: { zh: '这段时间没有客户经过这里。', en: 'Nobody came by here in this period.' },
  handed: { zh: (rate: string) => `接续 ${rate}`, en: (rate: string) => `${rate} handed over` },
  unhanded: { zh: (n: string) => `未接续 ${n}`, en: (n: string) => `${n} missed` },
  days: { zh: (from: string, to: string) => `${from} 至 ${to}`, en: (from: string, to: string) => `${from} to ${to}` },
  open: { zh: '打开旅程地图', en: 'Open the journey’s map' },
});

/** A small live map of where the ticket mends, as of the last 30 days, with what nobody picks up there. */
export function LocusPanel() {
  const { ticket, catalogue } = useTicketView();
  const { shortDay, exact, percent } = useFormats();
  const t = useTexts(texts);
  const { locus } = ticket;
  const asked = useQuery(panoramaQuery({ level: 'journey', journey: [locus.journey] }));
  const answer = asked.data;
  const map = useMemo(() => answer && locusMap(locus, answer, catalogue), [answer, locus, catalogue]);
  const here = map?.here ?? [];
  const sum = (of: 'unhanded' | 'withHandoff' | 'pending') => here.reduce((total, node) => total + node[of], 0);
  // As section 4 of the model has it: neither recovered alone nor pending.
  const base = here.reduce((total, node) => total + Object.values(node.byResolution).reduce((all, one) => all + one, 0) - node.byResolution.self, 0) - sum('pending');
  return (
    <section aria-label={t.title}>
      <h2>{t.title}</h2>
      {!map && (asked.isError ? <Failed title={t.failed} detail={failureOf(asked.error).detail} onRetry={() => void asked.refetch()} /> : <div className={styles.wait}><Loading lines={4} /></div>)}
      {map && map.lanes.length === 0 && <p className={page.quiet}>{t.nobody}</p>}
      {map && map.lanes.length > 0 && <LocusFigure map={map} />}
      {answer && here.length > 0 && (
        <p className={styles.figures}>
          <b className={styles.handed}>⤷ {t.handed(base > 0 ? percent(sum('withHandoff') / base) : '—')}</b>
          <span>{t.unhanded(exact(sum('unhanded')))}</span>
          <span>{t.days(shortDay(answer.filter.from), shortDay(answer.filter.to))}</span>
        </p>
      )}
      {locus.theme !== undefined && <LocusTheme theme={locus.theme} />}
      <Link {...toJourney(locus.journey)} className={styles.open}>{t.open}</Link>
    </section>
  );
}
