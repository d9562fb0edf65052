import type { PanoramaAnswer, PanoramaNode } from '#contract';
import { type Catalogue, type JourneyId, type Locus, nodeId, type StepId, type Touchpoint, type TouchpointId } from '#model';

/** Steps side by side, and lanes below each other, that the narrowest column has room for. */
const STEPS = 3;
const LANES = 2;

/** As on the panorama: rates of fewer journeys are shown but not judged. */
const ENOUGH = 30;
const severityOf = ({ instances, rate }: PanoramaNode): Severity =>
  instances < ENOUGH ? 'calm' : rate.value >= 0.08 ? 'severe' : rate.value >= 0.05 ? 'broken' : rate.value >= 0.03 ? 'mild' : 'calm';

type Severity = 'calm' | 'mild' | 'broken' | 'severe';

/** A step on a touchpoint, as of the days of the answer. */
export interface LocusPlace {
  id: string;
  step: StepId;
  node: PanoramaNode;
  severity: Severity;
  /** The ticket is about it. */
  isHere: boolean;
  /** How many journeys went on from the place before, 0 to 1 of the most that did. */
  flow: number;
}

export interface LocusMap {
  steps: StepId[];
  /** Place by place; `undefined` where nobody came by. */
  lanes: { touchpoint: TouchpointId; places: (LocusPlace | undefined)[] }[];
  /** All places of the locus, drawn or not, as the map counts them. */
  here: PanoramaNode[];
}

/** What a ticket's small map shows: the step of its locus between the one before and the one after, on each of its main touchpoints. */
export function locusMap(locus: Locus, answer: PanoramaAnswer, catalogue: Catalogue): LocusMap {
  const isAbout = ({ step, touchpoint }: PanoramaNode) => (locus.step === undefined || locus.step === step) && (locus.touchpoint === undefined || locus.touchpoint === touchpoint);
  const worst = locus.step === undefined ? worstSteps(locus, answer, catalogue) : [locus.step];
  const touchpoints = touchpointsOf(locus, worst, answer, catalogue.touchpoints);
  const steps = locus.step === undefined ? worst : stepsAround(locus.journey, locus.step, touchpoints, answer, catalogue);
  const byId = new Map(answer.nodes.map((node) => [node.id, node]));
  const flowBetween = (from: string, to: string) => answer.flows.find((flow) => flow.from === from && flow.to === to)?.count ?? 0;
  const lanes = touchpoints.map((touchpoint) => {
    const ids = steps.map((step) => nodeId(step, touchpoint));
    const flows = ids.map((id, index) => (index === 0 ? 0 : flowBetween(ids[index - 1] ?? '', id)));
    return { touchpoint, ids, flows };
  });
  const most = Math.max(1, ...lanes.flatMap(({ flows }) => flows));
  return {
    steps,
    lanes: lanes.map(({ touchpoint, ids, flows }) => ({
      touchpoint,
      places: ids.map((id, index): LocusPlace | undefined => {
        const [node, step] = [byId.get(id), steps[index]];
        return node && step !== undefined ? { id, step, node, severity: severityOf(node), isHere: isAbout(node), flow: (flows[index] ?? 0) / most } : undefined;
      }),
    })),
    here: answer.nodes.filter((node) => node.step !== undefined && isAbout(node)),
  };
}

const stepsOf = (catalogue: Catalogue, journey: JourneyId): StepId[] => catalogue.journeys.find(({ id }) => id === journey)?.steps.map(({ id }) => id) ?? [];

/** The step with the ones before and after it that are visited on these touchpoints. */
function stepsAround(journey: JourneyId, step: StepId, touchpoints: readonly TouchpointId[], { nodes }: PanoramaAnswer, catalogue: Catalogue): StepId[] {
  const visited = stepsOf(catalogue, journey).filter((one) => one === step || nodes.some((node) => node.step === one && touchpoints.includes(node.touchpoint)));
  const first = Math.min(Math.max(0, visited.indexOf(step) - 1), Math.max(0, visited.length - STEPS));
  return visited.slice(first, first + STEPS);
}

/** The steps with the most breaks, in their order. */
function worstSteps({ journey, touchpoint }: Locus, { nodes }: PanoramaAnswer, catalogue: Catalogue): StepId[] {
  const breaks = (of: StepId) => nodes.reduce((sum, node) => sum + (node.step === of && (touchpoint === undefined || node.touchpoint === touchpoint) ? node.interrupted : 0), 0);
  const steps = stepsOf(catalogue, journey);
  const worst = new Set(steps.toSorted((a, b) => breaks(b) - breaks(a)).slice(0, STEPS));
  return steps.filter((one) => worst.has(one));
}

function touchpointsOf(locus: Locus, steps: readonly StepId[], { nodes }: PanoramaAnswer, touchpoints: readonly Touchpoint[]): TouchpointId[] {
  if (locus.touchpoint !== undefined) return [locus.touchpoint];
  const instances = (id: TouchpointId) =>
    nodes.reduce((sum, node) => sum + (node.touchpoint === id && node.step !== undefined && steps.includes(node.step) ? node.instances : 0), 0);
  const main = touchpoints.map(({ id }) => id).toSorted((a, b) => instances(b) - instances(a)).slice(0, LANES);
  return touchpoints.flatMap(({ id }) => (main.includes(id) && instances(id) > 0 ? [id] : []));
}
