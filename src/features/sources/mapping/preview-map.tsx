import type { PreviewMap as PreviewMapAnswer } from '#contract';
import { type Card, GraphMap, layoutGrid, type MapEdge } from '#graph';
import { useFormats, useLocalize, useTexts } from '#ui';
import { useMemo, useState } from 'react';
import { mappingTexts } from './mapping-texts';
import styles from './mapping.module.css';

const SIZES = { node: { width: 140, height: 62 }, gapX: 32, gapY: 30, lanePadding: 0, laneGap: 8, groupGap: 0, laneHead: 88, columnHead: 40, frame: { width: 900, height: 380 } };

/** The map that the first rows make: touchpoints as lanes, stages as columns, with what broke. */
export function PreviewMap({ map }: { map: PreviewMapAnswer }) {
  const t = useTexts(mappingTexts);
  const localize = useLocalize();
  const { count, exact, percent } = useFormats();
  const [selected, setSelected] = useState<string>();
  const { grid, cards, edges, headings } = useMemo(() => {
    const steps = new Map(map.journey.steps.map((step, index) => [step.id, { ...step, index }]));
    const nameOf = new Map<string, string>([...map.journey.stages, ...map.touchpoints].map(({ id, name }) => [id, localize(name)]));
    const nodes = map.nodes.toSorted((a, b) => (steps.get(a.step)?.index ?? 0) - (steps.get(b.step)?.index ?? 0));
    const most = Math.max(1, ...nodes.map(({ events }) => events));
    return {
      headings: { lane: (id: string) => nameOf.get(id) ?? id, column: (id: string) => nameOf.get(id) ?? id, group: (id: string) => id },
      grid: layoutGrid({
        lanes: map.touchpoints.map(({ id }) => ({ id })),
        columns: map.journey.stages.map(({ id }) => ({ id })),
        places: nodes.map(({ id, step, touchpoint }) => ({ id, lane: touchpoint, column: steps.get(step)?.stage ?? '' })),
        sizes: SIZES,
      }),
      cards: nodes.map(({ id, step, touchpoint, events, instances, interrupted }): Card => {
        const name = localize(steps.get(step)?.name ?? { zh: step });
        const rate = interrupted / Math.max(1, instances);
        return {
          kind: 'place',
          id,
          title: name,
          volume: count(events),
          rate: interrupted > 0 ? percent(rate) : undefined,
          bar: events / most,
          severity: interrupted === 0 ? 'calm' : rate > 0.1 ? 'broken' : 'mild',
          label: t.place(name, nameOf.get(touchpoint) ?? touchpoint, exact(events)),
        };
      }),
      edges: map.flows.map(({ from, to, count: volume }): MapEdge => ({ id: `flow:${from}:${to}`, kind: 'flow', from, to, volume })),
    };
  }, [map, localize, count, exact, percent, t]);
  return (
    <div className={styles.map}>
      <GraphMap
        grid={grid}
        headings={headings}
        surfaces="lanes"
        cards={cards}
        edges={edges}
        losses={[]}
        selected={selected}
        onSelect={setSelected}
        tipOf={() => undefined}
        texts={{ map: t.mapName, keys: t.mapKeys, zoom: t.zoom, zoomIn: t.zoomIn, zoomOut: t.zoomOut, fit: t.fit }}
      />
    </div>
  );
}
