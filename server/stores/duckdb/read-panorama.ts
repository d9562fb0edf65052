import {
  CARRIERS,
  compareIds,
  emptyBalance,
  emptyNode,
  enter,
  isUnhanded,
  KINDS,
  nodeNamer,
  reasonCounts,
  RESOLUTIONS,
  STATES,
  type Balance,
  type FlowCounts,
  type HandoffCounts,
  type JourneyId,
  type Level,
  type NodeCounts,
  type PanoramaCounts,
  type ReasonId,
  type StepId,
  type TouchpointId,
} from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { CONTINUED, count, visitsOf } from './conditions';
import { itemAt } from './item-at';
import { question, selectTogether, type Rows } from './select';
import type { Terms } from './terms';

/** A node while its rows come in. */
interface NodeTally {
  counts: NodeCounts;
  reasons: Map<ReasonId | undefined, number>;
}

/**
 * Counts a map by plain GROUP BYs over the derived rows. Rows carry flags for "first of this instance", so counting instances is a sum;
 * one pass over the visits gives nodes and flows, because everything counted of a node is the sum over where its visits led.
 *
 * @param where the filter, and what narrows it
 */
export async function readPanorama(connection: DuckDBConnection, terms: Terms, level: Level, where: string): Promise<PanoramaCounts> {
  const rows = await selectTogether(connection, {
    balances: balancesQuestion(where),
    visits: visitsQuestion(level, where),
    interruptions: interruptionsQuestion(level, where),
    handoffs: handoffsQuestion(level, where),
  });
  const nodes = new Map<string, NodeTally>();
  const nodeAt = nodeReader(terms, level, nodes);
  const balances = toBalances(rows.balances, terms);
  const flows = toFlows(rows.visits, nodeAt);
  countInterruptions(rows.interruptions, terms, nodeAt);
  const handoffs = toHandoffs(rows.handoffs, nodeAt);

  const sorted = [...nodes.values()].toSorted((a, b) => compareIds(a.counts.id, b.counts.id));
  return {
    balances,
    nodes: sorted.map(({ counts, reasons }) => ({ ...counts, byReason: reasonCounts(reasons) })),
    flows: flows.toSorted(byEnds),
    handoffs: handoffs.toSorted((a, b) => byEnds(a, b) || compareIds(a.carrier, b.carrier)),
    losses: sorted.flatMap(({ counts: { id, byResolution } }) => (byResolution.lost > 0 ? [{ from: id, count: byResolution.lost }] : [])),
  };
}

const byEnds = (a: { from: string; to: string }, b: { from: string; to: string }): number => compareIds(a.from, b.from) || compareIds(a.to, b.to);

type NodeAt = (journey: number, step: number, touchpoint: number) => NodeTally;

function nodeReader(terms: Terms, level: Level, nodes: Map<string, NodeTally>): NodeAt {
  const name = nodeNamer(level);
  return (journeyCode, stepCode, touchpointCode) => {
    const journey = terms.text<JourneyId>(journeyCode);
    const touchpoint = terms.text<TouchpointId>(touchpointCode);
    const step = level === 'journey' ? terms.text<StepId>(stepCode) : undefined;
    const id = name(journey, step, touchpoint);
    let tally = nodes.get(id);
    if (!tally) nodes.set(id, (tally = { counts: emptyNode({ id, journey, touchpoint, ...(step !== undefined && { step }) }), reasons: new Map() }));
    return tally;
  };
}

const balancesQuestion = (where: string) =>
  question({ journey: 'journey', state: 'state', instances: 'count(*)' }, `FROM instances WHERE ${where} GROUP BY journey, state`);

function toBalances(rows: Rows<ReturnType<typeof balancesQuestion>>, terms: Terms): PanoramaCounts['balances'] {
  const balances = new Map<JourneyId, Balance>();
  for (const row of rows) {
    const journey = terms.text<JourneyId>(row.journey);
    let balance = balances.get(journey);
    if (!balance) balances.set(journey, (balance = emptyBalance()));
    enter(balance, itemAt(STATES, row.state), row.instances);
  }
  return [...balances].map(([journey, balance]) => ({ journey, balance })).toSorted((a, b) => compareIds(a.journey, b.journey));
}

function visitsQuestion(level: Level, where: string) {
  const place = level === 'overview' ? 'journey, touchpoint, next_touchpoint' : 'journey, step, touchpoint, next_step, next_touchpoint';
  return question(
    {
      journey: 'journey',
      touchpoint: 'touchpoint',
      nextTouchpoint: 'next_touchpoint',
      step: level === 'overview' ? '-1' : 'step',
      nextStep: level === 'overview' ? '-1' : 'next_step',
      visits: 'count(*)',
      events: 'sum(events)',
      instances: 'sum(is_first_here)',
      starts: 'sum(is_start)',
      passages: 'sum(is_first_passage)',
      // Last visits have no gap; leaving them out here halves the time of the whole question.
      gapP50: 'coalesce(quantile_cont(next_at - last_at, 0.5) FILTER (WHERE next_touchpoint >= 0), 0)',
    },
    `FROM ${visitsOf(level)} WHERE ${where} GROUP BY ${place}`,
  );
}

function toFlows(rows: Rows<ReturnType<typeof visitsQuestion>>, nodeAt: NodeAt): FlowCounts[] {
  const flows: FlowCounts[] = [];
  for (const row of rows) {
    const { counts } = nodeAt(row.journey, row.step, row.touchpoint);
    counts.visits += row.visits;
    counts.events += row.events;
    counts.instances += row.instances;
    counts.starts += row.starts;
    if (row.nextTouchpoint < 0) {
      counts.ends += row.visits;
      continue;
    }
    const to = nodeAt(row.journey, row.nextStep, row.nextTouchpoint).counts.id;
    flows.push({ from: counts.id, to, count: row.visits, instances: row.passages, gapP50: row.gapP50 });
  }
  return flows;
}

function interruptionsQuestion(level: Level, where: string) {
  const place = level === 'overview' ? 'journey, touchpoint' : 'journey, step, touchpoint';
  const first = level === 'overview' ? 'first_at_overview' : 'first_at_step';
  return question(
    {
      journey: 'journey',
      step: level === 'overview' ? '-1' : 'step',
      touchpoint: 'touchpoint',
      kind: 'kind',
      resolution: 'resolution',
      carrier: 'carrier',
      pending: 'is_pending',
      reason: 'reason',
      interruptions: 'count(*)',
      interrupted: `sum(${first})`,
      withoutAbandonment: `sum(${first}_wa)`,
    },
    `FROM interruptions WHERE ${where} GROUP BY ${place}, kind, resolution, carrier, is_pending, reason`,
  );
}

function countInterruptions(rows: Rows<ReturnType<typeof interruptionsQuestion>>, terms: Terms, nodeAt: NodeAt): void {
  for (const row of rows) {
    const { counts, reasons } = nodeAt(row.journey, row.step, row.touchpoint);
    const resolution = itemAt(RESOLUTIONS, row.resolution);
    const carrier = CARRIERS[row.carrier];
    const pending = row.pending === 1;
    const reason = row.reason < 0 ? undefined : terms.text<ReasonId>(row.reason);
    counts.byKind[itemAt(KINDS, row.kind)] += row.interruptions;
    counts.byResolution[resolution] += row.interruptions;
    reasons.set(reason, (reasons.get(reason) ?? 0) + row.interruptions);
    counts.interrupted += row.interrupted;
    counts.interruptedWithoutAbandonment += row.withoutAbandonment;
    if (pending) counts.pending += row.interruptions;
    if (carrier === 'handoff') counts.withHandoff += row.interruptions;
    if (isUnhanded({ resolution, pending, carrier: carrier && { kind: carrier } })) counts.unhanded += row.interruptions;
  }
}

function handoffsQuestion(level: Level, where: string) {
  const place = level === 'overview' ? 'journey, touchpoint, carrier_touchpoint' : 'journey, step, touchpoint, carrier_step, carrier_touchpoint';
  return question(
    {
      journey: 'journey',
      step: level === 'overview' ? '-1' : 'step',
      touchpoint: 'touchpoint',
      toStep: level === 'overview' ? '-1' : 'carrier_step',
      toTouchpoint: 'carrier_touchpoint',
      carrier: 'carrier',
      interruptions: 'count(*)',
      succeeded: count(CONTINUED),
      latencyP50: 'quantile_cont(carrier_at - at_ms, 0.5)',
    },
    `FROM interruptions WHERE ${where} AND carrier >= 0 GROUP BY ${place}, carrier`,
  );
}

const toHandoffs = (rows: Rows<ReturnType<typeof handoffsQuestion>>, nodeAt: NodeAt): HandoffCounts[] =>
  rows.map((row) => {
    const from = nodeAt(row.journey, row.step, row.touchpoint).counts.id;
    const { counts } = nodeAt(row.journey, row.toStep, row.toTouchpoint);
    counts.carriers.received += row.interruptions;
    counts.carriers.succeeded += row.succeeded;
    return { from, to: counts.id, carrier: itemAt(CARRIERS, row.carrier), count: row.interruptions, succeeded: row.succeeded, latencyP50: row.latencyP50 };
  });
