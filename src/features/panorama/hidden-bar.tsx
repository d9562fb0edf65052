import type { Grid } from '#graph';
import { defineTexts, useFormats, useNarrow, useTexts } from '#ui';
import { useDeferredValue, useState } from 'react';
import { ExportMenu } from './export-menu';
import { FullScreenButton } from './full-screen-button';
import styles from './hidden-bar.module.css';
import { DEFAULT_SHARE, FLOW_SHARES } from './search';
import type { GraphView } from './to-graph';
import { layersOf } from './url';
import { useView } from './view';

const texts = defineTexts({
  narrowed: { zh: (shown: string, hidden: string) => `${shown} 处在前，${hidden} 处淡显`, en: (shown: string, hidden: string) => `${shown} in front, ${hidden} dimmed` },
  everything: { zh: '全部显示', en: 'Show all' },
  flows: { zh: '流转', en: 'Flows' },
  name: { zh: '画出多少流转', en: 'How many flows are drawn' },
  drawn: { zh: (share: string) => `画出 ${share}% 的流转次数`, en: (share: string) => `${share}% of all transitions drawn` },
  hidden: { zh: (flows: string, count: string) => `隐藏 ${flows} 条，共 ${count} 次`, en: (flows: string, count: string) => `${flows} hidden, ${count} times` },
  none: { zh: '没有隐藏', en: 'none hidden' },
});

/** What of the map is held back, how much, and how to have it all: places that step back, and flows too small to draw. At its end, how to take it along. */
export function HiddenBar({ grid, graph }: { grid: Grid; graph: GraphView | undefined }) {
  const { place, search, go } = useView();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const isNarrow = useNarrow();
  const hasFlows = layersOf(search, place.level).has('flows');
  return (
    <div className={styles.bar}>
      {graph?.narrowed && (
        <span className={styles.narrowed} role="status">
          {t.narrowed(exact(graph.narrowed.shown), exact(graph.narrowed.hidden))}
          <button type="button" onClick={() => go({ ...search, only: undefined }, { replace: true })}>
            {t.everything}
          </button>
        </span>
      )}
      {hasFlows && search.view !== 'table' && !isNarrow && <FlowSlider graph={graph} />}
      {!isNarrow && <FullScreenButton />}
      <ExportMenu picture={graph && { grid, graph }} />
    </div>
  );
}

/** Thins the flows: the further left, the fewer. */
function FlowSlider({ graph }: { graph: GraphView | undefined }) {
  const { search, go } = useView();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const asked = FLOW_SHARES.indexOf(search.flows ?? DEFAULT_SHARE);
  // The thumb follows the hand at once; the address comes after.
  const [thumb, setThumb] = useState(asked);
  const [before, setBefore] = useState(asked);
  if (before !== asked) {
    setBefore(asked);
    setThumb(asked);
  }
  const left = useDeferredValue(graph?.left);
  const share = FLOW_SHARES[thumb] ?? DEFAULT_SHARE;
  const hidden = left && (left.flows > 0 ? t.hidden(exact(left.flows), exact(left.count)) : t.none);
  return (
    <label className={styles.flows}>
      {t.flows}
      <input
        type="range"
        min={0}
        max={FLOW_SHARES.length - 1}
        value={thumb}
        aria-label={t.name}
        aria-valuetext={[t.drawn(share), hidden].filter(Boolean).join(', ')}
        onChange={({ target }) => {
          const next = FLOW_SHARES[target.valueAsNumber] ?? DEFAULT_SHARE;
          setThumb(target.valueAsNumber);
          go({ ...search, flows: next === DEFAULT_SHARE ? undefined : next }, { replace: true });
        }}
      />
      <span title={t.drawn(share)}>{share}%</span>
      <output className={styles.left}>{hidden}</output>
    </label>
  );
}
