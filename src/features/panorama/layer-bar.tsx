import { defineTexts, useFormats, useTexts } from '#ui';
import { THRESHOLDS } from './figures';
import styles from './layer-bar.module.css';
import { toggleOnly } from './only';
import { type Layer, LAYERS, ONLY } from './search';
import { layerParam, layersOf } from './url';
import { useView } from './view';
import { UNCLAIMED } from './work';

const texts = defineTexts({
  layers: { zh: '图层', en: 'Layers' },
  breaks: { zh: '中断', en: 'Breaks' },
  tasks: { zh: '接续任务', en: 'Tasks' },
  tickets: { zh: '整改工单', en: 'Tickets' },
  handoffs: { zh: '接续', en: 'Handoffs' },
  detours: { zh: '自寻', en: 'Detours' },
  flows: { zh: '流转', en: 'Flows' },
  losses: { zh: '流失', en: 'Losses' },
  nps: { zh: 'NPS', en: 'NPS' },
  voice: { zh: '声音', en: 'Voice' },
  only: { zh: '只看', en: 'Only' },
  onlyName: { zh: (name: string) => `只看${name}`, en: (name: string) => `Only ${name}` },
  abnormal: { zh: '异常', en: 'abnormal' },
  unhanded: { zh: '未接续', en: 'missed' },
  unticketed: { zh: '无工单', en: 'no ticket' },
  unclaimed: { zh: '无人认领', en: 'unclaimed' },
  abnormalMeans: { zh: (rate: string) => `中断率 ≥ ${rate}，或较对比期显著变差`, en: (rate: string) => `break rate ≥ ${rate}, or significantly worse than in the comparison` },
  unhandedMeans: { zh: '有未接续的中断', en: 'has breaks that nobody picked up' },
  unticketedMeans: { zh: '有中断，没有未销号的工单', en: 'has breaks and no open ticket' },
  unclaimedMeans: {
    zh: (missed: number, rate: string) => `未接续 ≥ ${missed}、接续率 < ${rate}、无工单：前两项里最要紧的`,
    en: (missed: number, rate: string) => `≥ ${missed} missed, < ${rate} handed over, no ticket: the worst of missed and no ticket`,
  },
});

/** What the map draws, unless there is none to draw on, and what it is narrowed to. */
export function LayerBar({ hasLayers }: { hasLayers: boolean }) {
  const { place, search, go } = useView();
  const { percent } = useFormats();
  const t = useTexts(texts);
  const layers = layersOf(search, place.level);
  const toggle = (layer: Layer) => {
    const next = new Set(layers);
    if (!next.delete(layer)) next.add(layer);
    go({ ...search, layer: layerParam(next, place.level) }, { replace: true });
  };
  const means = {
    abnormal: t.abnormalMeans(percent(THRESHOLDS.broken)),
    unhanded: t.unhandedMeans,
    unticketed: t.unticketedMeans,
    unclaimed: t.unclaimedMeans(UNCLAIMED.unhanded, percent(UNCLAIMED.handoffRate)),
  };
  return (
    <div className={styles.bar}>
      {hasLayers && (
        <div className={styles.group} role="group" aria-label={t.layers}>
          {LAYERS.map((layer) => (
            <button key={layer} type="button" aria-pressed={layers.has(layer)} onClick={() => toggle(layer)}>
              {t[layer]}
            </button>
          ))}
        </div>
      )}
      <div className={`${styles.group} ${styles.only}`} role="group" aria-label={t.only}>
        <span aria-hidden="true">{t.only}</span>
        {ONLY.map((one) => (
          <button
            key={one}
            type="button"
            title={means[one]}
            aria-label={t.onlyName(t[one])}
            aria-pressed={search.only?.includes(one) ?? false}
            onClick={() => go({ ...search, only: toggleOnly(search.only, one) }, { replace: true })}
          >
            {t[one]}
          </button>
        ))}
      </div>
    </div>
  );
}
