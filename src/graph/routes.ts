import type { Cell, Grid } from './grid';
import type { MapEdge } from './map-edge';
import { horizontalCurve, overArc, type Point, roundedLine, verticalCurve } from './path';

export type ArrowDirection = 'left' | 'right' | 'up' | 'down';

/** The way of one edge over the grid, in map coordinates. */
export interface Route {
  edge: MapEdge;
  /** SVG path data. */
  d: string;
  /** The tip of the arrow; absent where direction is plain: from left to right between neighbours. */
  arrow?: { at: Point; direction: ArrowDirection } | undefined;
  /** Where a label may stand, best first. */
  labelAt: Point[];
}

const RADIUS = 12;
/** Lines that share a gutter keep this distance (px). */
const SPREAD = 5;

/**
 * Finds a way for every edge whose ends are on the grid, in stable order: flows leave at the right and arrive at the left, handoffs and
 * detours leave and arrive at the top or bottom. Ways keep to the gutters between places wherever a straight one would run through a place.
 */
export function routeEdges(grid: Grid, edges: readonly MapEdge[]): Route[] {
  const survey = surveyOf(grid);
  const routes: Route[] = [];
  for (const edge of edges) {
    const from = grid.cells.get(edge.from);
    const to = grid.cells.get(edge.to);
    if (!from || !to || from === to) continue;
    routes.push({ edge, ...(edge.kind === 'flow' ? routeFlow(survey, from, to) : routeCarrier(survey, from, to)) });
  }
  return routes;
}

type Way = Omit<Route, 'edge'>;

/** What routing asks of a grid: what is free, and the lines of its gutters. */
interface Survey {
  width: number;
  height: number;
  /** Whether no place stands in the row strictly between the tracks. */
  rowIsFree(row: number, fromTrack: number, toTrack: number): boolean;
  trackIsFree(track: number, fromRow: number, toRow: number): boolean;
  /** The line in the gutter left of a track; each call takes a line of its own. */
  leftOf(track: number): number;
  rightOf(track: number): number;
  above(row: number): number;
  below(row: number): number;
}

function surveyOf({ cells, rows, tracks, sizes }: Grid): Survey {
  const { width, height } = sizes.node;
  const taken = new Set([...cells.values()].map((cell) => `${cell.row} ${cell.track}`));
  const free = (from: number, to: number, at: (index: number) => string) => {
    for (let index = Math.min(from, to) + 1; index < Math.max(from, to); index++) if (taken.has(at(index))) return false;
    return true;
  };
  const used = new Map<string, number>();
  /** 0, 1, −1, 2, −2, … lines off the middle, and again from the start when the gutter is full. */
  const offset = (gutter: string, room: number) => {
    const count = used.get(gutter) ?? 0;
    used.set(gutter, count + 1);
    const lines = Math.max(1, Math.floor(room / SPREAD) - 1);
    const index = count % lines;
    return (index % 2 === 0 ? -1 : 1) * Math.ceil(index / 2) * SPREAD;
  };
  const rightOf = (track: number) => {
    const left = (tracks[track] ?? 0) + width;
    const right = tracks[track + 1] ?? left + sizes.gapX;
    return (left + right) / 2 + offset(`x${track}`, right - left);
  };
  const below = (row: number) => {
    const top = (rows[row] ?? 0) + height;
    const bottom = rows[row + 1] ?? top + sizes.gapY;
    return (top + bottom) / 2 + offset(`y${row}`, Math.min(bottom - top, sizes.gapY));
  };
  return {
    width,
    height,
    rowIsFree: (row, from, to) => free(from, to, (track) => `${row} ${track}`),
    trackIsFree: (track, from, to) => free(from, to, (row) => `${row} ${track}`),
    leftOf: (track) => (track === 0 ? (tracks[0] ?? 0) - sizes.gapX / 2 + offset('x-1', sizes.gapX) : rightOf(track - 1)),
    rightOf,
    above: (row) => (row === 0 ? (rows[0] ?? 0) - sizes.gapY / 2 + offset('y-1', sizes.gapY) : below(row - 1)),
    below,
  };
}

function routeFlow(survey: Survey, from: Cell, to: Cell): Way {
  const { width, height } = survey;
  if (from.track === to.track) {
    const start: Point = [from.x, from.y + height * 0.32];
    const end: Point = [to.x, to.y + height * 0.32];
    const x = survey.leftOf(from.track);
    return { d: roundedLine([start, [x, start[1]], [x, end[1]], end], RADIUS), arrow: { at: end, direction: 'right' }, labelAt: [] };
  }
  const forward = to.track > from.track;
  // Ways back keep below the ways on, so that the two between a pair of neighbours do not lie on each other.
  const share = forward ? 0.5 : 0.72;
  const start: Point = [forward ? from.x + width : from.x, from.y + height * share];
  const end: Point = [forward ? to.x : to.x + width, to.y + height * share];
  const arrow: Route['arrow'] = forward && from.row === to.row ? undefined : { at: end, direction: forward ? 'right' : 'left' };
  const middle: Point = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  const neighbours = Math.abs(to.track - from.track) === 1;

  if (from.row === to.row && survey.rowIsFree(from.row, from.track, to.track)) {
    return { d: roundedLine([start, end], 0), arrow, labelAt: [middle] };
  }
  if (neighbours) return { d: horizontalCurve(start, end), arrow, labelAt: [middle] };
  const leave = () => (forward ? survey.rightOf(from.track) : survey.leftOf(from.track));
  const arrive = () => (forward ? survey.leftOf(to.track) : survey.rightOf(to.track));
  if (from.row !== to.row && survey.rowIsFree(from.row, from.track, to.track)) {
    const x = arrive();
    return { d: roundedLine([start, [x, start[1]], [x, end[1]], end], RADIUS), arrow, labelAt: [[x, middle[1]]] };
  }
  if (from.row !== to.row && survey.rowIsFree(to.row, from.track, to.track)) {
    const x = leave();
    return { d: roundedLine([start, [x, start[1]], [x, end[1]], end], RADIUS), arrow, labelAt: [[x, middle[1]]] };
  }
  const x1 = leave();
  const x2 = arrive();
  const y = to.row < from.row ? survey.below(to.row) : from.row === to.row ? survey.below(to.row) : survey.above(to.row);
  return {
    d: roundedLine([start, [x1, start[1]], [x1, y], [x2, y], [x2, end[1]], end], RADIUS),
    arrow: { at: end, direction: forward ? 'right' : 'left' },
    labelAt: [[(x1 + x2) / 2, y]],
  };
}

function routeCarrier(survey: Survey, from: Cell, to: Cell): Way {
  const { width, height } = survey;
  if (from.row === to.row) {
    const start: Point = [from.x + width * 0.7, from.y];
    const end: Point = [to.x + width / 2, to.y - 2];
    const rise = Math.min(26, 8 + 4 * Math.abs(to.track - from.track));
    return { d: overArc(start, end, rise), arrow: { at: end, direction: 'down' }, labelAt: [[(start[0] + end[0]) / 2, start[1] - rise]] };
  }
  const down = to.row > from.row;
  const start: Point = [from.x + width * 0.7, down ? from.y + height : from.y];
  const end: Point = [to.x + width * 0.5, down ? to.y - 2 : to.y + height + 2];
  const arrow: Route['arrow'] = { at: end, direction: down ? 'down' : 'up' };
  const next = Math.abs(to.row - from.row) === 1;
  if (next || (from.track === to.track && survey.trackIsFree(from.track, from.row, to.row))) {
    const middle: Point = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
    return { d: verticalCurve(start, end), arrow, labelAt: [middle] };
  }
  const x = to.track > from.track ? survey.leftOf(to.track) : survey.rightOf(to.track);
  const y1 = down ? survey.below(from.row) : survey.above(from.row);
  const y2 = down ? survey.above(to.row) : survey.below(to.row);
  return {
    d: roundedLine([start, [start[0], y1], [x, y1], [x, y2], [end[0], y2], end], RADIUS),
    arrow,
    labelAt: [[(x + end[0]) / 2, y2], [x, y2], [x, y1], [(start[0] + x) / 2, y1]],
  };
}
