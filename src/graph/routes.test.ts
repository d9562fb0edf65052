import { expect, test } from 'vitest';
import { layoutGrid } from './grid';
import { type Box, placeLabels } from './labels';
import type { MapEdge } from './map-edge';
import { routeEdges } from './routes';

const stages = ['a', 'b', 'c', 'd'];
const lanes = ['app', 'web', 'video'];
const grid = layoutGrid({
  lanes: lanes.map((id) => ({ id })),
  columns: stages.map((id) => ({ id })),
  places: lanes.flatMap((lane) => stages.map((column) => ({ id: `${lane}-${column}`, lane, column }))),
  sizes: { node: { width: 100, height: 60 }, gapX: 40, gapY: 40, lanePadding: 0, laneGap: 10, groupGap: 0, laneHead: 80, columnHead: 40, frame: { width: 900, height: 400 } },
});
const edge = (kind: MapEdge['kind'], from: string, to: string, volume = 10, label?: string): MapEdge => ({ id: `${kind}:${from}:${to}`, kind, from, to, volume, label });

/** Points on the path's straight stretches and corners; curves between neighbours stay within their ends' gutter. */
const pointsOf = (d: string) => [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
const cross = (d: string, box: Box) => {
  const points = pointsOf(d);
  return points.some(([x1, y1], index) => {
    const [x2, y2] = points[index + 1] ?? [x1, y1];
    return Array.from({ length: 21 }, (_, n) => n / 20).some((share) => {
      const x = x1 + (x2 - x1) * share;
      const y = y1 + (y2 - y1) * share;
      return x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1;
    });
  });
};
const boxOf = (id: string): Box => {
  const cell = grid.cells.get(id);
  if (!cell) throw new Error(`no place ${id}`);
  return { x: cell.x, y: cell.y, width: 100, height: 60 };
};

test('a flow between neighbours is a straight line without an arrow', () => {
  const [route] = routeEdges(grid, [edge('flow', 'app-a', 'app-b')]);
  const from = boxOf('app-a');
  expect(route?.d).toBe(`M${from.x + 100},${from.y + 30}L${boxOf('app-b').x},${from.y + 30}`);
  expect(route?.arrow).toBeUndefined();
});

test('a flow back has an arrow to the left and lies below the flow on', () => {
  const [on, back] = routeEdges(grid, [edge('flow', 'app-a', 'app-b'), edge('flow', 'app-b', 'app-a')]);
  expect(back?.arrow?.direction).toBe('left');
  expect(pointsOf(back?.d ?? '')[0]?.[1]).toBeGreaterThan(pointsOf(on?.d ?? '')[0]?.[1] ?? Infinity);
});

test('no way runs through a place', () => {
  const ids = [...grid.cells.keys()];
  const edges = ids.flatMap((from) => ids.flatMap((to) => (to === from ? [] : [edge('flow', from, to), edge('handoff', from, to)])));
  // Arcs within a row bulge above it; their control points, not their lines, are what `pointsOf` reads.
  const routes = routeEdges(grid, edges).filter(({ edge: { kind, from, to } }) => kind === 'flow' || from.split('-')[0] !== to.split('-')[0]);
  expect(routes.length).toBeGreaterThan(200);
  const through = routes.flatMap(({ edge: { id }, d }) => ids.filter((place) => cross(d, boxOf(place))).map((place) => `${id} through ${place}`));
  expect(through).toEqual([]);
});

test('a handoff within a row rises above it and comes down with an arrow', () => {
  const [route] = routeEdges(grid, [edge('handoff', 'app-a', 'app-d')]);
  expect(Math.min(...pointsOf(route?.d ?? '').map(([, y]) => y))).toBeLessThan(boxOf('app-a').y);
  expect(route?.arrow?.direction).toBe('down');
});

test('an edge to a place that is not on the map is left out', () => {
  expect(routeEdges(grid, [edge('flow', 'app-a', 'moon')])).toEqual([]);
});

test('labels lie on no place, no loss and no other label, and the greatest comes first', () => {
  const edges = ['a', 'b', 'c', 'd'].map((stage, index) => edge('handoff', `app-${stage}`, `video-${stage}`, index, '接续 12'));
  const losses = [{ id: 'loss:app-d', from: 'app-d', label: '流失 420' }];
  const labels = placeLabels(grid, routeEdges(grid, edges), losses);
  expect(labels[0]?.id).toBe('handoff:app-d:video-d');
  const boxes = [...labels.map((label) => label.box), ...[...grid.cells.keys()].map(boxOf)];
  const overlapping = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height));
  expect(overlapping).toEqual([]);
});
