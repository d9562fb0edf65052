import { type Card, type Grid, layoutGrid, type MapEdge, type MapLoss, type Severity } from '#graph';

export interface SampleMap {
  grid: Grid;
  cards: Card[];
  edges: MapEdge[];
  losses: MapLoss[];
}

/** All maps are as wide, and held by the same edges: fewer places are fewer lanes. */
const ACROSS = 20;
const DAYS = 30;
const SEVERITIES: readonly Severity[] = ['calm', 'calm', 'mild', 'broken', 'severe'];

/**
 * A map as full as an overview can get: every cell taken, a flow to each next place, a handoff from every third, a loss at every fifth,
 * tasks at every fourth, tickets at every third, an unclaimed one at every seventh, a month of days in each, three with a rank.
 */
export function sampleMap(places: number): SampleMap {
  const across = ACROSS;
  const ids = Array.from({ length: places }, (_, n) => `p${n}`);
  const grid = layoutGrid({
    lanes: Array.from({ length: Math.ceil(places / across) }, (_, n) => ({ id: `l${n}` })),
    columns: Array.from({ length: across }, (_, n) => ({ id: `c${n}`, group: `g${Math.floor(n / 5)}` })),
    places: ids.map((id, n) => ({ id, lane: `l${Math.floor(n / across)}`, column: `c${n % across}` })),
    sizes: {
      node: { width: 112, height: 62 },
      gapX: 14,
      gapY: 34,
      lanePadding: 0,
      laneGap: 0,
      groupGap: 12,
      laneHead: 116,
      columnHead: 62,
      frame: { width: 1600, height: 1000 },
    },
  });
  const sameLane = (n: number, m: number) => m < places && Math.floor(n / across) === Math.floor(m / across);
  const flows = ids.flatMap((from, n): MapEdge[] =>
    sameLane(n, n + 1) ? [{ id: `flow:${from}`, kind: 'flow', from, to: `p${n + 1}`, volume: 100 + ((n * 37) % 900) }] : [],
  );
  const handoffs = ids.flatMap((from, n): MapEdge[] =>
    n % 3 === 0 && sameLane(n, n + 4) ? [{ id: `handoff:${from}`, kind: n % 2 ? 'detour' : 'handoff', from, to: `p${n + 4}`, volume: 10 + ((n * 17) % 90) }] : [],
  );
  return {
    grid,
    cards: ids.map((id, n) => {
      const severity = SEVERITIES[n % SEVERITIES.length] ?? 'calm';
      const rate = `${((n * 7) % 130) / 10}%`;
      const rank = n % 5 === 4 && n < 15 ? (n + 1) / 5 : undefined;
      const note = severity === 'calm' ? undefined : { text: `未接续 ${(n * 53) % 4000}`, tone: 'break' as const, rank };
      const daily = Array.from({ length: DAYS }, (_, day) => (n * 13 + day * 29) % 41);
      const unclaimed = n % 7 === 2 ? '无人认领' : undefined;
      const marks = [
        ...(n % 4 === 0 ? [{ kind: 'tasks' as const, text: `${n % 40}`, alarm: n % 8 === 0, label: `${id}: ${n % 40}` }] : []),
        ...(n % 3 === 0 ? [{ kind: 'tickets' as const, text: `${n % 9}`, alarm: n % 9 === 0, label: `${id}: ${n % 9}` }] : []),
      ];
      return { kind: 'place', id, marks, volume: `${(n * 31) % 90}.${n % 10}万`, rate, bar: ((n * 7) % 130) / 130, severity, note, daily, unclaimed, label: `${id}: ${rate}` };
    }),
    edges: [...flows, ...handoffs],
    losses: ids.filter((_, n) => n % 5 === 4).map((from) => ({ id: `loss:${from}`, from, label: '流失 12' })),
  };
}

/** What stands before any number has come: every place, empty, and no line. */
export const structureOf = (map: SampleMap): SampleMap => ({
  ...map,
  cards: map.cards.map(({ id, label }) => ({ kind: 'place', id, severity: 'calm', label })),
  edges: [],
  losses: [],
});
