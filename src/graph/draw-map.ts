import { ARROWS } from './arrows';
import { type Colours, drawCard } from './draw-card';
import { drawLegend } from './draw-legend';
import type { Grid } from './grid';
import { LABEL_FONT, lossBox, placeLabels } from './labels';
import { lineWidths } from './line-width';
import type { LegendTexts } from './legend-signs';
import type { MapEdge, MapLoss } from './map-edge';
import type { Card } from './place-card';
import { routeEdges } from './routes';
import { element, textAt, wrapped } from './svg-text';

export { type Colours, DRAWN_COLOURS } from './draw-card';

export interface MapDrawing {
  grid: Grid;
  surfaces: 'lanes' | 'groups';
  cards: readonly Card[];
  edges: readonly MapEdge[];
  losses: readonly MapLoss[];
  /** Names by id, as texts. A lane may have a second, smaller line. */
  names: { lane: (id: string) => { name: string; below?: string | undefined }; column: (id: string) => string; group?: ((id: string) => string) | undefined };
  /** Printed above the map: what it is, then line by line what it is of. */
  title: string;
  lines: readonly string[];
  /** Printed below it: what its signs mean. */
  legend: LegendTexts;
  /** Printed last. */
  foot: string;
  colours: Colours;
  font: string;
}

const MARGIN = 24;
const LINE = 19;
const FONT = 13;

/** The map as a picture of its own (SVG): vectors and real texts, drawn from what the map on screen is drawn from, whole at any zoom. */
export function drawMap(drawing: MapDrawing): { svg: string; width: number; height: number } {
  const { grid, title, lines, legend, foot, colours, font } = drawing;
  const width = Math.max(720, grid.width + 2 * MARGIN);
  const written = lines.flatMap((line) => wrapped(line, FONT, width - 2 * MARGIN, 4));
  const top = MARGIN + 34 + written.length * LINE + 6;
  const explained = drawLegend(legend, width - 2 * MARGIN, colours);
  const bottom = top + grid.height + 14;
  const height = bottom + explained.height + 20 + MARGIN;
  const head = [
    textAt(MARGIN, MARGIN + 18, title, { size: 20, weight: 700, fill: colours.ink }),
    ...written.map((line, index) => textAt(MARGIN, MARGIN + 44 + index * LINE, line, { size: FONT, fill: colours['ink-2'] })),
  ];
  const svg = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': font },
    [
      element('rect', { width, height, fill: colours.canvas }),
      ...head,
      element('g', { transform: `translate(${MARGIN},${top})` }, [backdropOf(drawing), linesOf(drawing), cardsOf(drawing)].join('')),
      element('g', { transform: `translate(${MARGIN},${bottom})` }, explained.svg),
      textAt(MARGIN, height - MARGIN + 6, foot, { size: 11, fill: colours['ink-3'] }),
    ].join(''),
  );
  return { svg, width, height };
}

/** How far the surface of a group reaches above its first lane: as on the map. */
const GROUP_HEAD = 46;

function backdropOf({ grid, surfaces, names, colours }: MapDrawing): string {
  const { columnHead, laneHead, node } = grid.sizes;
  const last = grid.lanes.at(-1);
  const bottom = last ? last.y + last.height : grid.height;
  const surface = (x: number, y: number, width: number, height: number) => element('rect', { x, y, width, height, rx: 14, fill: colours['surface-2'], stroke: colours.line });
  const taken = new Set([...grid.cells.values()].map(({ row, track }) => `${row} ${track}`));
  const dots = grid.rows.flatMap((y, row) => grid.tracks.flatMap((x, track) => (taken.has(`${row} ${track}`) ? [] : element('circle', { cx: x + node.width / 2, cy: y + node.height / 2, r: 2.5, fill: colours.line }))));
  const areas =
    surfaces === 'lanes'
      ? [
          ...grid.lanes.map((lane) => surface(0, lane.y, grid.width, lane.height)),
          ...grid.columns.slice(1).map(({ x }) => element('path', { d: `M${x},${columnHead - 30}V${bottom}`, stroke: colours.line, 'stroke-dasharray': '4 4' })),
        ]
      : [...grid.groups.map(({ x, width }) => surface(x, columnHead - GROUP_HEAD, width, bottom - columnHead + GROUP_HEAD)), ...dots];
  const columnAt = columnHead - (surfaces === 'groups' ? 24 : 10);
  return [
    ...areas,
    ...grid.groups.flatMap(({ id, x }) => (names.group ? textAt(x + 10, 18, names.group(id), { size: 12.5, fill: colours['ink-2'] }) : [])),
    ...grid.columns.map(({ id, x, width }) => textAt(x + width / 2, columnAt, names.column(id), { size: 13.5, weight: 600, fill: colours.ink, anchor: 'middle', within: width - 8 })),
    ...grid.lanes.flatMap(({ id, y, height }) => {
      const { name, below } = names.lane(id);
      const written = wrapped(name, FONT, laneHead - 18, 3);
      const start = y + height / 2 - ((written.length + (below ? 1 : 0)) * 17) / 2 + 13;
      return [
        ...written.map((line, index) => textAt(12, start + index * 17, line, { size: FONT, weight: 600, fill: colours.ink })),
        below ? textAt(12, start + written.length * 17, below, { size: 11, fill: colours['ink-2'] }) : '',
      ];
    }),
  ].join('');
}

function linesOf({ grid, cards, edges, losses, colours }: MapDrawing): string {
  const routes = routeEdges(grid, edges);
  const widthOf = lineWidths(edges);
  const hue = { flow: colours.volume, handoff: colours.handoff, detour: colours.handoff };
  const drawn = routes.map((route) => {
    const { edge, d, arrow } = route;
    const stroke = { fill: 'none', stroke: hue[edge.kind], 'stroke-linejoin': 'round', opacity: edge.kind === 'detour' ? 0.6 : undefined };
    const line = element('path', { d, ...stroke, 'stroke-width': widthOf(route), 'stroke-dasharray': edge.kind === 'detour' ? '6 4' : undefined });
    return line + (arrow ? element('path', { d: `M${arrow.at[0]},${arrow.at[1]}${ARROWS[arrow.direction]}`, ...stroke, 'stroke-width': 1.8, 'stroke-linecap': 'round' }) : '');
  });
  const stubs = losses.map((loss) => {
    const cell = grid.cells.get(loss.from);
    const box = lossBox(grid, loss);
    if (!cell || !box) return '';
    const stub = element('path', { d: `M${box.x - 16},${cell.y + grid.sizes.node.height}q0,14 12,15`, fill: 'none', stroke: colours.break, 'stroke-width': 1.5, 'stroke-dasharray': '3 3' });
    return stub + textAt(box.x, box.y + box.height / 2 + 4, loss.label, { size: LABEL_FONT, weight: 600, fill: colours['break-ink'], halo: colours.surface });
  });
  const labels = placeLabels(grid, routes, losses, cards).map(
    ({ text, at, box }) =>
      element('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: box.height / 2, fill: colours['handoff-soft'], stroke: colours.surface }) +
      textAt(at[0], at[1] + 4, text, { size: LABEL_FONT, weight: 600, fill: colours['handoff-ink'], anchor: 'middle' }),
  );
  return [...drawn, ...stubs, ...labels].join('');
}

function cardsOf({ grid, cards, colours }: MapDrawing): string {
  return cards
    .map((card) => {
      const cell = grid.cells.get(card.id);
      return cell ? drawCard(card, cell, grid.sizes.node, colours) : '';
    })
    .join('');
}
