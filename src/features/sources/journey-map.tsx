import type { CatalogueTrial } from '#contract';
import { type Card, GraphMap, layoutGrid, type MapEdge } from '#graph';
import type { Journey, Touchpoint } from '#model';
import { useFormats, useLocalize, useTexts } from '#ui';
import { useMemo } from 'react';
import { mapTexts } from './map-texts';

const SIZES = { node: { width: 140, height: 62 }, gapX: 32, gapY: 30, lanePadding: 0, laneGap: 8, groupGap: 0, laneHead: 88, columnHead: 40 };

export interface JourneyMapProps {
  /** What it is called. */
  name: string;
  journey: Journey;
  /** Its lanes. */
  touchpoints: readonly Touchpoint[];
  nodes: CatalogueTrial['map']['nodes'];
  flows: CatalogueTrial['map']['flows'];
  /** What it is fitted into at first; the panel's own size. */
  frame: { width: number; height: number };
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
}

/** A journey before it is kept: touchpoints as lanes, stages as columns, with what broke. */
export function JourneyMap({ name: mapName, journey, touchpoints, nodes: given, flows, frame, selected, onSelect }: JourneyMapProps) {
  const t = useTexts(mapTexts);
  const localize = useLocalize();
  const { count, exact, percent } = useFormats();
  const { width, height } = frame;
  const { grid, cards, edges, headings } = useMemo(() => {
    const steps = new Map(journey.steps.map((step, index) => [step.id, { ...step, index }]));
    const nameOf = new Map<string, string>([...journey.stages, ...touchpoints].map(({ id, name }) => [id, localize(name)]));
    const nodes = given.toSorted((a, b) => (steps.get(a.step)?.index ?? 0) - (steps.get(b.step)?.index ?? 0));
    const most = Math.max(1, ...nodes.map(({ events }) => events));
    return {
      headings: { lane: (id: string) => nameOf.get(id) ?? id, column: (id: string) => nameOf.get(id) ?? id, group: (id: string) => id },
      grid: layoutGrid({
        lanes: touchpoints.map(({ id }) => ({ id })),
        columns: journey.stages.map(({ id }) => ({ id })),
        places: nodes.map(({ id, step, touchpoint }) => ({ id, lane: touchpoint, column: steps.get(step)?.stage ?? '' })),
        sizes: { ...SIZES, frame: { width, height } },
      }),
      cards: nodes.map(({ id, step, touchpoint, events, instances, interrupted }): Card => {
        const known = steps.get(step);
        const name = `${localize(known?.name ?? { zh: step })}${known?.completes ? ' ✓' : ''}`;
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
      edges: flows.map(({ from, to, count: volume }): MapEdge => ({ id: `flow:${from}:${to}`, kind: 'flow', from, to, volume })),
    };
  }, [journey, touchpoints, given, flows, width, height, localize, count, exact, percent, t]);
  return (
    <GraphMap
      grid={grid}
      headings={headings}
      surfaces="lanes"
      cards={cards}
      edges={edges}
      losses={[]}
      selected={selected}
      onSelect={onSelect}
      tipOf={() => undefined}
      texts={{ map: mapName, keys: t.mapKeys, zoom: t.zoom, zoomIn: t.zoomIn, zoomOut: t.zoomOut, fit: t.fit }}
    />
  );
}
