import type { PanoramaAnswer, PanoramaNode } from '#contract';
import { type Card, type Grid, type GridSizes, layoutGrid, type MapEdge, type Severity } from '#graph';
import { type Catalogue, edgeId, type Locus, nodeId, type StepId, type Touchpoint, type TouchpointId } from '#model';
import type { CatalogueNames, Formats } from '#ui';

/** Small enough for three places side by side in the narrowest column. */
const SIZES: GridSizes = { node: { width: 90, height: 76 }, gapX: 12, gapY: 30, lanePadding: 0, laneGap: 6, groupGap: 0, laneHead: 0, columnHead: 8, frame: { width: 320, height: 160 } };

/** Lanes drawn at most: the touchpoints with the most journeys at the locus. */
const LANES = 2;

/** As on the panorama: rates of fewer journeys are shown but not judged. */
const ENOUGH = 30;
const severityOf = ({ instances, rate }: PanoramaNode): Severity =>
  instances < ENOUGH ? 'calm' : rate.value >= 0.08 ? 'severe' : rate.value >= 0.05 ? 'broken' : rate.value >= 0.03 ? 'mild' : 'calm';

export interface LocusMap {
  grid: Grid;
  cards: Card[];
  edges: MapEdge[];
  /** The places of the locus itself. */
  here: ReadonlySet<string>;
}

/** What a ticket's small map shows: the step of its locus between the one before and the one after, on each of its main touchpoints. */
export function locusMap(locus: Locus, answer: PanoramaAnswer, catalogue: Catalogue, { names, formats, waits }: { names: CatalogueNames; formats: Formats; waits: string }): LocusMap {
  const worst = locus.step === undefined ? worstSteps(locus, answer, catalogue) : [locus.step];
  const touchpoints = touchpointsOf(locus, worst, answer, catalogue.touchpoints);
  const steps = locus.step === undefined ? worst : stepsAround(locus.journey, locus.step, touchpoints, answer, catalogue);
  const places = touchpoints.flatMap((touchpoint) => steps.map((step) => ({ id: nodeId(step, touchpoint), lane: touchpoint, column: step, step, touchpoint })));
  const byId = new Map(answer.nodes.map((node) => [node.id, node]));
  const grid = layoutGrid({ lanes: touchpoints.map((id) => ({ id })), columns: steps.map((id) => ({ id })), places: places.filter(({ id }) => byId.has(id)), sizes: SIZES });
  const full = Math.max(0.05, ...answer.nodes.filter(({ instances }) => instances >= ENOUGH).map(({ rate }) => rate.value));
  const cards = places.flatMap(({ id, step, touchpoint }): Card[] => {
    const node = byId.get(id);
    if (!node) return [];
    const name = names.step(locus.journey, step);
    const label = `${name} · ${names.touchpoint(touchpoint)}, ${formats.exact(node.instances)}, ${formats.percent(node.rate.value)}`;
    return [{ kind: 'place', id, title: name, titleLines: 2, volume: formats.count(node.instances), rate: node.interrupted > 0 ? formats.percent(node.rate.value) : waits, bar: node.rate.value / full, severity: severityOf(node), label }];
  });
  const drawn = new Set(cards.map(({ id }) => id));
  const edges = answer.flows.flatMap(({ from, to, count }): MapEdge[] =>
    drawn.has(from) && drawn.has(to) ? [{ id: edgeId({ kind: 'flow', from, to }), kind: 'flow', from, to, volume: count }] : [],
  );
  const here = new Set(places.flatMap(({ id, step, touchpoint }) => ((locus.step === undefined || locus.step === step) && (locus.touchpoint === undefined || locus.touchpoint === touchpoint) ? [id] : [])));
  return { grid, cards, edges, here };
}

const stepsOf = (catalogue: Catalogue, journey: Locus['journey']): StepId[] => catalogue.journeys.find(({ id }) => id === journey)?.steps.map(({ id }) => id) ?? [];

/** The step with the ones before and after it that are visited on these touchpoints. */
function stepsAround(journey: Locus['journey'], step: StepId, touchpoints: readonly TouchpointId[], { nodes }: PanoramaAnswer, catalogue: Catalogue): StepId[] {
  const visited = stepsOf(catalogue, journey).filter((one) => one === step || nodes.some((node) => node.step === one && touchpoints.includes(node.touchpoint)));
  const at = visited.indexOf(step);
  return visited.slice(Math.max(0, at - 1), at + 2);
}

/** The three steps with the most breaks, in their order. */
function worstSteps({ journey, touchpoint }: Locus, { nodes }: PanoramaAnswer, catalogue: Catalogue): StepId[] {
  const breaks = (of: StepId) => nodes.reduce((sum, node) => sum + (node.step === of && (touchpoint === undefined || node.touchpoint === touchpoint) ? node.interrupted : 0), 0);
  const steps = stepsOf(catalogue, journey);
  const worst = new Set(steps.toSorted((a, b) => breaks(b) - breaks(a)).slice(0, 3));
  return steps.filter((one) => worst.has(one));
}

function touchpointsOf(locus: Locus, steps: readonly StepId[], { nodes }: PanoramaAnswer, touchpoints: readonly Touchpoint[]): TouchpointId[] {
  if (locus.touchpoint !== undefined) return [locus.touchpoint];
  const instances = (id: TouchpointId) =>
    nodes.reduce((sum, node) => sum + (node.touchpoint === id && node.step !== undefined && steps.includes(node.step) ? node.instances : 0), 0);
  const main = touchpoints.map(({ id }) => id).toSorted((a, b) => instances(b) - instances(a)).slice(0, LANES);
  return touchpoints.flatMap(({ id }) => (main.includes(id) && instances(id) > 0 ? [id] : []));
}
