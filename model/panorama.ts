import { sumBalances } from './balance';
import type { Catalogue } from './catalogue';
import { compareIds } from './compare-ids';
import type { JourneyId, StageId } from './ids';
import type { Carrier } from './interruption';
import type { NodeCounts, NodeDay, NodeDays, PanoramaCounts } from './panorama-counts';
import type { Balance } from './state';
import { benjaminiHochberg, overdispersion, twoProportionTest, wilson, type Rate } from './statistics';

/** More nodes than this make no map: the rest is `other`. */
export const NODE_LIMIT = 200;

/** 全景图: the counts of a store, with rates, comparison and what was left out. Tasks, tickets and NPS are not the model's to add. */
export interface Panorama extends Omit<PanoramaCounts, 'balances' | 'nodes'> {
  balance: Balance;
  /** Per journey, in the catalogue's order; those it does not know (any more) last. */
  journeys: PanoramaCounts['balances'];
  /** By id. */
  nodes: PanoramaNode[];
  other?: Other | undefined;
  /** Present where a reference is given: how many places were compared, and those whose rate differs significantly, whether the map shows them or not. */
  changes?: { compared: number; places: PlaceChange[] } | undefined;
}

/** A place that got significantly worse or better: most journeys broken more, or fewer, than at the rate before first. */
export interface PlaceChange extends Pick<NodeCounts, 'id' | 'journey' | 'touchpoint' | 'step'> {
  stage?: StageId | undefined;
  previous: Previous;
}

export interface PanoramaNode extends NodeCounts {
  /** At level `journey`. */
  stage?: StageId | undefined;
  /** `interrupted` ÷ `instances`. */
  rate: Rate;
  /** Present where a reference is given and has instances here. */
  previous?: Previous | undefined;
}

/** The same node in the reference window. */
export interface Previous {
  instances: number;
  /** Without abandonment when the reference says so; so is `current`, this period's number for the same question. */
  interrupted: number;
  rate: Rate;
  current: { instances: number; interrupted: number; rate: Rate };
  /** Whether the two rates differ, after Benjamini–Hochberg at 5 % over all nodes compared. */
  significant: boolean;
}

/** 其他: everything that the limit of nodes left out, so that nothing is silently cut. Sums over nodes, and edges that touch them. */
export interface Other {
  nodes: number;
  /** Σ over the nodes: an instance that visited two of them counts twice. */
  instances: number;
  visits: number;
  interruptions: number;
  /** What the balance of visits needs, and how the breaks there were handled. */
  starts: number;
  ends: number;
  interrupted: number;
  unhanded: number;
  pending: number;
  withHandoff: number;
  flows: number;
  handoffs: number;
  losses: number;
  /** Between each node that is shown and the grouped ones together, so that its visits still are arrivals and starts, departures and ends. */
  links: OtherLink[];
}

/** All edges of one kind from a shown node into 其他 (without `to`), or out of it (without `from`). */
export interface OtherLink {
  kind: 'flow' | Carrier;
  from?: string | undefined;
  to?: string | undefined;
  count: number;
}

/** What a map is compared with. */
export interface Reference {
  days: NodeDays;
  /** Take rates without abandonment on both sides: one of the windows has a day that is not mature. */
  withoutAbandonment: boolean;
}

/**
 * Makes the map of a store's counts: rates with intervals, comparison, and the busiest nodes.
 *
 * Counts come in any order; the answer is in one order whatever the store. Significance is over all nodes compared, kept or not.
 */
export function panorama(
  counts: PanoramaCounts,
  catalogue: Pick<Catalogue, 'journeys'>,
  { reference, limit = NODE_LIMIT }: { reference?: Reference | undefined; limit?: number } = {},
): Panorama {
  const rank = new Map(catalogue.journeys.map(({ id }, index) => [id, index]));
  const rankOf = (journey: JourneyId) => rank.get(journey) ?? Infinity;
  const nodes = counts.nodes.toSorted((a, b) => b.instances - a.instances || b.visits - a.visits || compareIds(a.id, b.id));
  const kept = nodes.slice(0, limit);
  const ids = new Set(kept.map(({ id }) => id));
  const previous = reference ? compareNodes(nodes, reference) : new Map<string, Previous>();
  const stages = new Map(catalogue.journeys.map(({ id, steps }) => [id, new Map(steps.map((step) => [step.id, step.stage]))]));
  const stageOf = ({ journey, step }: NodeCounts) => (step === undefined ? undefined : stages.get(journey)?.get(step));
  const isKept = (edge: { from: string; to?: string }) => ids.has(edge.from) && (edge.to === undefined || ids.has(edge.to));
  return {
    balance: sumBalances(counts.balances.map(({ balance }) => balance)),
    journeys: counts.balances.toSorted((a, b) => order(rankOf(a.journey), rankOf(b.journey)) || compareIds(a.journey, b.journey)),
    nodes: kept
      .toSorted((a, b) => compareIds(a.id, b.id))
      .map((node) => ({
        ...node,
        stage: stageOf(node),
        rate: wilson(node.interrupted, node.instances),
        previous: previous.get(node.id),
      })),
    flows: counts.flows.filter(isKept).toSorted(byEnds),
    handoffs: counts.handoffs.filter(isKept).toSorted((a, b) => byEnds(a, b) || compareIds(a.carrier, b.carrier)),
    losses: counts.losses.filter(isKept).toSorted((a, b) => compareIds(a.from, b.from)),
    other: otherOf(nodes.slice(limit), ids, {
      flows: counts.flows.filter((edge) => !isKept(edge)),
      handoffs: counts.handoffs.filter((edge) => !isKept(edge)),
      losses: counts.losses.filter((edge) => !isKept(edge)),
    }),
    changes: reference && { compared: previous.size, places: changesOf(nodes, previous, stageOf) },
  };
}

function changesOf(nodes: readonly NodeCounts[], previous: ReadonlyMap<string, Previous>, stageOf: (node: NodeCounts) => StageId | undefined): PlaceChange[] {
  const changes = nodes.flatMap((node): PlaceChange[] => {
    const before = previous.get(node.id);
    if (!before?.significant) return [];
    const { id, journey, touchpoint, step } = node;
    return [{ id, journey, touchpoint, step, stage: stageOf(node), previous: before }];
  });
  const excess = ({ previous: { current, rate } }: PlaceChange) => Math.abs(current.interrupted - current.instances * rate.value);
  return changes.toSorted((a, b) => excess(b) - excess(a) || compareIds(a.id, b.id));
}

const order = (a: number, b: number): number => Number(a > b) - Number(a < b);

type Ends = { from: string; to: string };
const byEnds = (a: Ends, b: Ends): number => compareIds(a.from, b.from) || compareIds(a.to, b.to);

const total = <Item>(items: readonly Item[], of: (item: Item) => number): number => items.reduce((sum, item) => sum + of(item), 0);

function otherOf(nodes: readonly NodeCounts[], shown: ReadonlySet<string>, edges: Pick<PanoramaCounts, 'flows' | 'handoffs' | 'losses'>): Other | undefined {
  if (nodes.length === 0) return undefined;
  const count = (one: { count: number }) => one.count;
  return {
    nodes: nodes.length,
    instances: total(nodes, ({ instances }) => instances),
    visits: total(nodes, ({ visits }) => visits),
    interruptions: total(nodes, ({ byKind }) => total(Object.values(byKind), (one) => one)),
    starts: total(nodes, ({ starts }) => starts),
    ends: total(nodes, ({ ends }) => ends),
    interrupted: total(nodes, ({ interrupted }) => interrupted),
    unhanded: total(nodes, ({ unhanded }) => unhanded),
    pending: total(nodes, ({ pending }) => pending),
    withHandoff: total(nodes, ({ withHandoff }) => withHandoff),
    flows: total(edges.flows, count),
    handoffs: total(edges.handoffs, count),
    losses: total(edges.losses, count),
    links: linksOf(shown, [...edges.flows.map((edge) => ({ ...edge, kind: 'flow' as const })), ...edges.handoffs.map((edge) => ({ ...edge, kind: edge.carrier }))]),
  };
}

/** Sums the edges that have one end on the map by that end; those among the grouped nodes are nobody's to draw. */
function linksOf(shown: ReadonlySet<string>, edges: readonly { kind: OtherLink['kind']; from: string; to: string; count: number }[]): OtherLink[] {
  const links = new Map<string, OtherLink>();
  for (const { kind, from, to, count } of edges) {
    if (!shown.has(from) && !shown.has(to)) continue;
    const ends = shown.has(from) ? { from } : { to };
    const key = JSON.stringify([kind, ends]);
    const link = links.get(key) ?? { kind, ...ends, count: 0 };
    links.set(key, link);
    link.count += count;
  }
  const part = (one: OtherLink) => (one.from === undefined ? 1 : 0);
  return [...links.values()].toSorted((a, b) => part(a) - part(b) || compareIds(a.from ?? a.to ?? '', b.from ?? b.to ?? '') || compareIds(a.kind, b.kind));
}

/** Compares every node that both windows visited. */
function compareNodes(nodes: readonly NodeCounts[], { days, withoutAbandonment }: Reference): Map<string, Previous> {
  const interruptedOf = (one: NodeCounts | NodeDay) => (withoutAbandonment ? one.interruptedWithoutAbandonment : one.interrupted);
  const compared = nodes.flatMap((node) => {
    const daily = (days.get(node.id) ?? []).map((day) => ({ successes: interruptedOf(day), n: day.instances }));
    const before = { successes: total(daily, ({ successes }) => successes), n: total(daily, ({ n }) => n) };
    if (before.n === 0) return [];
    const now = { successes: interruptedOf(node), n: node.instances };
    return [{ id: node.id, now, before, p: twoProportionTest(now, before, overdispersion(daily)).p }];
  });
  const significant = benjaminiHochberg(compared.map(({ p }) => p));
  return new Map(
    compared.map(({ id, now, before }, index) => [
      id,
      {
        instances: before.n,
        interrupted: before.successes,
        rate: wilson(before.successes, before.n),
        current: { instances: now.n, interrupted: now.successes, rate: wilson(now.successes, now.n) },
        significant: significant[index] === true,
      },
    ]),
  );
}
