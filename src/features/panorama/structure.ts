import { type GridSizes, type GridSpec, textWidth } from '#graph';
import { type Catalogue, type JourneyId, nodeId, type StepId, type Touchpoint, type TouchpointId } from '#model';

/** 自助线上, 人工线上, 线下: the groups of columns on the overview. */
export const GROUPS = ['self', 'assisted', 'offline'] as const;
export type Group = (typeof GROUPS)[number];

export const groupOf = ({ service, place }: Pick<Touchpoint, 'service' | 'place'>): Group => (place === 'offline' ? 'offline' : service);

/** Touchpoints as columns and lanes stand: by group, then in the catalogue's order. */
const inOrder = (touchpoints: readonly Touchpoint[]): Touchpoint[] =>
  touchpoints.toSorted((a, b) => GROUPS.indexOf(groupOf(a)) - GROUPS.indexOf(groupOf(b)) || a.order - b.order);

/** The overview's last column. */
export const RESULT = 'result';
export const resultId = (journey: JourneyId): string => `${RESULT}:${journey}`;

const OVERVIEW_SIZES: GridSizes = {
  node: { width: 108, height: 62 },
  gapX: 14,
  gapY: 30,
  lanePadding: 0,
  laneGap: 0,
  groupGap: 12,
  laneHead: 104,
  columnHead: 72,
  frame: { width: 1180, height: 880 },
};

/** Columns of touchpoints that still read as columns; a log may have a hundred. */
const COLUMNS = 14;

/** Of more touchpoints than fit as columns: their places carry their names, and stand in as many rows as they need. */
const WIDE_SIZES: GridSizes = { ...OVERVIEW_SIZES, node: { width: 112, height: 70 }, gapY: 24, laneGap: 14, laneHead: 88, columnHead: 70 };

/** So tight that seven lanes and seven tracks, which is a large journey of an insurer, can be read whole on a laptop (1280 × 800). */
const JOURNEY_SIZES: GridSizes = {
  node: { width: 130, height: 70 },
  gapX: 28,
  gapY: 26,
  lanePadding: 0,
  laneGap: 5,
  groupGap: 0,
  laneHead: 84,
  columnHead: 36,
  frame: { width: 1180, height: 880 },
};

const TITLE_FONT = 13;
const TITLE_LINE = 16;
const TITLE_MARGINS = 18;

/** How many lines the names of a journey's steps need on its map: two when any is too long for one. */
export const titleLinesOf = (titles: readonly string[]): 1 | 2 =>
  titles.some((title) => textWidth(title, TITLE_FONT) > JOURNEY_SIZES.node.width - TITLE_MARGINS) ? 2 : 1;

/** Whether the overview has too many touchpoints to give each a column. */
export const isWide = ({ touchpoints }: Pick<Catalogue, 'touchpoints'>): boolean => touchpoints.length > COLUMNS;

/**
 * Journeys × touchpoints with the result at the end. Every place has a cell of its own, so none moves when others come or go. Of very
 * many touchpoints (`isWide`) those of a group share a column.
 */
export function overviewGrid(catalogue: Catalogue, journeys: readonly JourneyId[] | undefined, places: ReadonlySet<string>): GridSpec {
  const shown = catalogue.journeys.filter(({ id }) => !journeys?.length || journeys.includes(id));
  const touchpoints = inOrder(catalogue.touchpoints);
  const wide = isWide(catalogue);
  const columns = wide ? [...new Set(touchpoints.map(groupOf))].map((group) => ({ id: group, group })) : touchpoints.map((touchpoint) => ({ id: touchpoint.id, group: groupOf(touchpoint) }));
  return {
    lanes: shown.map(({ id }) => ({ id })),
    columns: [...columns, { id: RESULT }],
    places: shown.flatMap(({ id: journey }) => [
      ...touchpoints.map((touchpoint) => ({ id: nodeId(journey, touchpoint.id), lane: journey, column: wide ? groupOf(touchpoint) : touchpoint.id })).filter(({ id }) => places.has(id)),
      { id: resultId(journey), lane: journey, column: RESULT },
    ]),
    sizes: wide ? WIDE_SIZES : OVERVIEW_SIZES,
  };
}

/** A step of a journey on a touchpoint that is known to happen. */
export interface KnownPlace {
  id: string;
  step: StepId;
  touchpoint: TouchpointId;
}

/**
 * Touchpoints × stages of one journey. A touchpoint has a lane when any step is known to happen there; while none is known, all have one.
 * Steps of a cell stand in the journey's order.
 */
export function journeyGrid(catalogue: Catalogue, journey: JourneyId, known: readonly KnownPlace[], titleLines: 1 | 2): GridSpec {
  const { stages = [], steps = [] } = catalogue.journeys.find(({ id }) => id === journey) ?? {};
  const orderOf = new Map(steps.map((step, index) => [step.id, { index, stage: step.stage }]));
  const used = new Set(known.map((place) => place.touchpoint));
  const lanes = inOrder(catalogue.touchpoints).filter(({ id }) => used.size === 0 || used.has(id));
  const places = known.flatMap(({ id, step, touchpoint }) => {
    const order = orderOf.get(step);
    return order ? [{ id, lane: touchpoint, column: order.stage, index: order.index }] : [];
  });
  return {
    lanes: lanes.map(({ id }) => ({ id })),
    columns: stages.filter(({ id }) => steps.some((step) => step.stage === id)).map(({ id }) => ({ id })),
    places: places.toSorted((a, b) => a.index - b.index),
    sizes: { ...JOURNEY_SIZES, node: { ...JOURNEY_SIZES.node, height: JOURNEY_SIZES.node.height + (titleLines - 1) * TITLE_LINE } },
  };
}
