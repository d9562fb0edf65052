import { emptyBalance, enter } from './balance';
import { compareIds } from './compare-ids';
import type { DerivedInstance } from './derived-instance';
import { emptyNode } from './empty-node';
import type { JourneyId, ReasonId } from './ids';
import { isUnhanded, type Carrier, type CarrierEvent, type Interruption } from './interruption';
import { nodeNamer } from './node-key';
import type { Level, NodeCounts, PanoramaCounts } from './panorama-counts';
import { reasonCounts } from './reason-counts';
import type { Balance } from './state';
import { quantile } from './statistics';
import type { Millis } from './time';
import { levelVisits } from './visits';

/**
 * Counts a map from the instances of a filter: the reference that a store's GROUP BY must agree with.
 *
 * @param instances already selected; at level `journey`, of one journey
 * @returns everything sorted by id, so that two answers can be compared
 */
export function countPanorama(level: Level, instances: Iterable<DerivedInstance>): PanoramaCounts {
  const name = nodeNamer(level);
  const balances = new Map<JourneyId, Balance>();
  const nodes = new Map<string, NodeTally>();
  const tallyOf = (journey: JourneyId, { step, touchpoint }: Pick<NodeCounts, 'step' | 'touchpoint'>): NodeTally => {
    const id = name(journey, step, touchpoint);
    let tally = nodes.get(id);
    if (!tally) nodes.set(id, (tally = new NodeTally({ id, journey, touchpoint, ...(level === 'journey' && { step }) })));
    return tally;
  };

  for (const instance of instances) {
    const { journey, detection } = instance;
    let balance = balances.get(journey);
    if (!balance) balances.set(journey, (balance = emptyBalance()));
    enter(balance, detection.state);

    let previous: { node: NodeTally; lastAt: number } | undefined;
    for (const visit of levelVisits(level, detection.visits)) {
      const node = tallyOf(journey, visit);
      node.visit(instance, visit.events);
      if (previous) previous.node.flowTo(node).take(instance, visit.firstAt - previous.lastAt);
      else node.counts.starts++;
      previous = { node, lastAt: visit.lastAt };
    }
    if (previous) previous.node.counts.ends++;

    for (const one of detection.interruptions) {
      const node = tallyOf(journey, one);
      node.interrupt(instance, one);
      if (one.carrier) node.carryTo(tallyOf(journey, one.carrier), one, one.carrier);
    }
  }

  const tallies = [...nodes.values()].toSorted((a, b) => compareIds(a.counts.id, b.counts.id));
  return {
    balances: [...balances].map(([journey, balance]) => ({ journey, balance })).toSorted((a, b) => compareIds(a.journey, b.journey)),
    nodes: tallies.map((tally) => ({ ...tally.counts, byReason: reasonCounts(tally.reasons) })),
    flows: tallies.flatMap(({ counts, flows }) => {
      const sorted = [...flows.values()].toSorted((a, b) => compareIds(a.to, b.to));
      return sorted.map(({ to, gaps, instances: takers }) => ({
        from: counts.id,
        to,
        count: gaps.length,
        instances: takers,
        gapP50: median(gaps),
      }));
    }),
    handoffs: tallies.flatMap(({ counts, carriers }) => {
      const sorted = [...carriers.values()].toSorted((a, b) => compareIds(a.to, b.to) || compareIds(a.carrier, b.carrier));
      return sorted.map(({ to, carrier, latencies, succeeded }) => ({
        from: counts.id,
        to,
        carrier,
        count: latencies.length,
        succeeded,
        latencyP50: median(latencies),
      }));
    }),
    losses: tallies.flatMap(({ counts }) => (counts.byResolution.lost > 0 ? [{ from: counts.id, count: counts.byResolution.lost }] : [])),
  };
}

const median = (values: Millis[]): Millis => quantile(values.toSorted((a, b) => a - b), 0.5);

/** A node while it is being counted. An instance is counted once by remembering the latest: instances come one after the other. */
class NodeTally {
  readonly counts: NodeCounts;
  readonly reasons = new Map<ReasonId | undefined, number>();
  readonly flows = new Map<string, FlowTally>();
  readonly carriers = new Map<string, { to: string; carrier: Carrier; latencies: Millis[]; succeeded: number }>();
  #visitedBy: DerivedInstance | undefined;
  #interrupted: DerivedInstance | undefined;
  #interruptedWithoutAbandonment: DerivedInstance | undefined;

  constructor(place: Pick<NodeCounts, 'id' | 'journey' | 'touchpoint' | 'step'>) {
    this.counts = emptyNode(place);
  }

  visit(instance: DerivedInstance, events: number): void {
    this.counts.visits++;
    this.counts.events += events;
    if (this.#visitedBy === instance) return;
    this.#visitedBy = instance;
    this.counts.instances++;
  }

  interrupt(instance: DerivedInstance, one: Interruption): void {
    const { counts } = this;
    counts.byKind[one.kind]++;
    counts.byResolution[one.resolution]++;
    this.reasons.set(one.reason, (this.reasons.get(one.reason) ?? 0) + 1);
    if (isUnhanded(one)) counts.unhanded++;
    if (one.pending) counts.pending++;
    if (one.carrier?.kind === 'handoff') counts.withHandoff++;
    if (this.#interrupted !== instance) {
      this.#interrupted = instance;
      counts.interrupted++;
    }
    if (one.kind !== 'abandonment' && this.#interruptedWithoutAbandonment !== instance) {
      this.#interruptedWithoutAbandonment = instance;
      counts.interruptedWithoutAbandonment++;
    }
  }

  flowTo(node: NodeTally): FlowTally {
    const to = node.counts.id;
    let flow = this.flows.get(to);
    if (!flow) this.flows.set(to, (flow = new FlowTally(to)));
    return flow;
  }

  carryTo(node: NodeTally, { at, continuedAt }: Interruption, { kind: carrier, at: carriedAt }: CarrierEvent): void {
    const to = node.counts.id;
    const key = `${carrier}:${to}`;
    let edge = this.carriers.get(key);
    if (!edge) this.carriers.set(key, (edge = { to, carrier, latencies: [], succeeded: 0 }));
    edge.latencies.push(carriedAt - at);
    node.counts.carriers.received++;
    if (continuedAt === undefined) return;
    edge.succeeded++;
    node.counts.carriers.succeeded++;
  }
}

class FlowTally {
  readonly gaps: Millis[] = [];
  instances = 0;
  #takenBy: DerivedInstance | undefined;

  constructor(readonly to: string) {}

  take(instance: DerivedInstance, gap: Millis): void {
    this.gaps.push(gap);
    if (this.#takenBy === instance) return;
    this.#takenBy = instance;
    this.instances++;
  }
}
