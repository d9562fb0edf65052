import { defineTexts, useTexts } from '#ui';
import styles from './layer-bar.module.css';
import { type Layer, LAYERS } from './search';
import { layerParam, layersOf } from './url';
import { useView } from './view';

const texts = defineTexts({
  layers: { zh: '图层', en: 'Layers' },
  breaks: { zh: '中断', en: 'Breaks' },
  handoffs: { zh: '接续', en: 'Handoffs' },
  detours: { zh: '自寻', en: 'Detours' },
  flows: { zh: '流转', en: 'Flows' },
  losses: { zh: '流失', en: 'Losses' },
  unhanded: { zh: '只看未接续', en: 'Only missed' },
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
      <button
        type="button"
        className={styles.only}
        aria-pressed={search.only === 'unhanded'}
        onClick={() => go({ ...search, only: search.only ? undefined : 'unhanded' }, { replace: true })}
      >
        {t.unhanded}
      </button>
    </div>
  );
}
