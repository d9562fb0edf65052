import { failureOf, panoramaQuery } from '#api';
import { GraphMap, type Tip } from '#graph';
import { toJourney } from '#src/routes';
import { defineTexts, Failed, Loading, useFormats, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { locusMap } from './locus-map';
import styles from './locus-panel.module.css';
import page from './ticket-page.module.css';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '位置', en: 'Place' },
  map: { zh: '工单位置的小地图', en: 'A small map of the place' },
  keys: { zh: '方向键走动', en: 'Arrow keys walk the map' },
  zoom: { zh: '缩放', en: 'Zoom' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  fit: { zh: '看全', en: 'Fit' },
  noBreak: { zh: '无中断', en: 'no breaks' },
  failed: { zh: '小地图没有加载出来', en: 'The small map could not be loaded' },
  nobody: { zh: '这段时间没有客户经过这里。', en: 'Nobody came by here in this period.' },
  now: {
    zh: (from: string, to: string, unhanded: string, rate: string) => `${from} 至 ${to}：未接续 ${unhanded}，接续率 ${rate}`,
    en: (from: string, to: string, unhanded: string, rate: string) => `${from} to ${to}: ${unhanded} missed, ${rate} handed over`,
  },
  open: { zh: '打开旅程地图', en: 'Open the journey’s map' },
  customers: { zh: '旅程', en: 'journeys' },
  breaks: { zh: '中断', en: 'interrupted' },
});

/** A small live map of where the ticket mends, as of the last 30 days, with what nobody picks up there. */
export function LocusPanel() {
  const { ticket, catalogue, names } = useTicketView();
  const formats = useFormats();
  const t = useTexts(texts);
  const { locus } = ticket;
  const asked = useQuery(panoramaQuery({ level: 'journey', journey: [locus.journey] }));
  const answer = asked.data;
  const map = useMemo(() => answer && locusMap(locus, answer, catalogue, { names, formats, waits: t.noBreak }), [answer, locus, catalogue, names, formats, t]);
  const headings = useMemo(() => ({ lane: () => '', column: () => '' }), []);
  const tipOf = useCallback(
    (id: string): Tip | undefined => {
      const node = answer?.nodes.find((one) => one.id === id);
      if (!node || node.step === undefined) return undefined;
      return {
        title: `${names.step(node.journey, node.step)} · ${names.touchpoint(node.touchpoint)}`,
        rows: [
          { label: t.customers, value: formats.exact(node.instances) },
          { label: t.breaks, value: `${formats.exact(node.interrupted)} (${formats.percent(node.rate.value)})` },
        ],
      };
    },
    [answer, names, formats, t],
  );
  const mapTexts = useMemo(() => ({ map: t.map, keys: t.keys, zoom: t.zoom, zoomIn: t.zoomIn, zoomOut: t.zoomOut, fit: t.fit }), [t]);
  const here = answer?.nodes.filter(({ id }) => map?.here.has(id)) ?? [];
  const sum = (of: 'unhanded' | 'withHandoff') => here.reduce((total, node) => total + node[of], 0);
  const base = here.reduce((total, node) => total + Object.values(node.byResolution).reduce((all, one) => all + one, 0) - node.byResolution.self - node.pending, 0);
  return (
    <section aria-label={t.title}>
      <h2>{t.title}</h2>
      {!map && (asked.isError ? <Failed title={t.failed} detail={failureOf(asked.error).detail} onRetry={() => void asked.refetch()} /> : <Loading lines={3} />)}
      {map && map.cards.length === 0 && <p className={page.quiet}>{t.nobody}</p>}
      {map && map.cards.length > 0 && (
        <div className={styles.map} style={{ height: 44 + map.grid.height * 0.82 }}>
          <GraphMap grid={map.grid} headings={headings} surfaces="lanes" cards={map.cards} edges={map.edges} losses={NOTHING} selected={[...map.here][0]} onSelect={ignore} tipOf={tipOf} texts={mapTexts} />
        </div>
      )}
      {answer && here.length > 0 && (
        <p className={page.quiet}>
          {t.now(formats.shortDay(answer.filter.from), formats.shortDay(answer.filter.to), formats.exact(sum('unhanded')), base > 0 ? formats.percent(sum('withHandoff') / base) : '—')}
        </p>
      )}
      <Link {...toJourney(locus.journey)}>{t.open}</Link>
    </section>
  );
}

const NOTHING: never[] = [];
/** The small map is for looking: the journey's own map is for going on. */
const ignore = (): void => undefined;
