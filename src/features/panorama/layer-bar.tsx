import { defineTexts, useTexts } from '#ui';
import styles from './layer-bar.module.css';
import { type Layer, LAYERS } from './search';
import { layerParam, layersOf } from './url';
import { useView } from './view';

const texts = defineTexts({
  layers: { zh: '图层', en: 'Layers' },
  breaks: { zh: '中断', en: 'Breaks' },
  tasks: { zh: '接续任务', en: 'Tasks' },
  tickets: { zh: '整改工单', en: 'Tickets' },
  handoffs: { zh: '接续', en: 'Handoffs' },
  detours: { zh: '自寻', en: 'Detours' },
  flows: { zh: '流转', en: 'Flows' },
  losses: { zh: '流失', en: 'Losses' },
  unhanded: { zh: '只看未接续', en: 'Only missed' },
  unclaimed: { zh: '只看无人认领', en: 'Only unclaimed' },
});

/** What the map draws. */
export function LayerBar() {
  const { place, search, go } = useView();
  const t = useTexts(texts);
  const layers = layersOf(search, place.level);
  const toggle = (layer: Layer) => {
    const next = new Set(layers);
    if (!next.delete(layer)) next.add(layer);
    go({ ...search, layer: layerParam(next, place.level) }, { replace: true });
  };
  return (
    <div className={styles.bar}>
      <div className={styles.layers} role="group" aria-label={t.layers}>
        {LAYERS.map((layer) => (
          <button key={layer} type="button" aria-pressed={layers.has(layer)} onClick={() => toggle(layer)}>
            {t[layer]}
          </button>
        ))}
      </div>
      {(['unhanded', 'unclaimed'] as const).map((only) => (
        <button
          key={only}
          type="button"
          className={styles.only}
          aria-pressed={search.only === only}
          onClick={() => go({ ...search, only: search.only === only ? undefined : only }, { replace: true })}
        >
          {t[only]}
        </button>
      ))}
    </div>
  );
}
