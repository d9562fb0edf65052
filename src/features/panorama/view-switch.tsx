import { defineTexts, useTexts } from '#ui';
import layers from './layer-bar.module.css';
import { useView } from './view';

const texts = defineTexts({
  views: { zh: '看法', en: 'View' },
  list: { zh: '清单', en: 'List' },
  map: { zh: '地图', en: 'Map' },
  table: { zh: '表格', en: 'Table' },
});

/** On a phone: the worst places as a list, or the map, or its table twin. */
export function ViewSwitch() {
  const { search, go } = useView();
  const t = useTexts(texts);
  return (
    <div className={layers.group} role="group" aria-label={t.views}>
      {([undefined, 'map', 'table'] as const).map((view) => (
        <button key={view ?? 'list'} type="button" aria-pressed={search.view === view} onClick={() => go({ ...search, view })}>
          {t[view ?? 'list']}
        </button>
      ))}
    </div>
  );
}
