import type { PanoramaCounts, PlaceCounts } from '../panorama-counts';
import { parsePathId } from '../broken-path';
import type { VariantCounts } from '../count-variants';
import { KINDS, RESOLUTIONS } from '../interruption';
import { sumBalances } from '../balance';
import type { Selection } from '../selection';
import { STATES } from '../state';

/** What stands behind one number of a map. */
export interface NumberOfMap {
  number: number;
  selection: Selection;
}

/** Every number of a map with the selection whose rows are behind it: the list must have exactly that many. */
export function* numbersOfMap({ filter, level }: Pick<Selection, 'filter' | 'level'>, counts: PanoramaCounts): Generator<NumberOfMap> {
  const behind = (number: number, selection: Omit<Selection, 'filter' | 'level'>): NumberOfMap => ({
    number,
    selection: { filter, level, ...selection },
  });
  const balance = sumBalances(counts.balances.map((one) => one.balance));
  yield behind(balance.entered, { rows: 'instances' });
  for (const state of STATES) yield behind(balance[state], { rows: 'instances', state });
  yield behind(balance.entered - balance.active - balance.lost, { rows: 'instances', state: 'complete' });

  for (const { id: node, ...one } of counts.nodes) {
    yield behind(one.instances, { rows: 'instances', node });
    yield behind(one.visits, { rows: 'visits', node });
    yield behind(one.starts, { rows: 'instances', node, role: 'start' });
    yield behind(one.ends, { rows: 'instances', node, role: 'end' });
    yield behind(one.interrupted, { rows: 'instances', node, kind: 'any' });
    yield behind(one.interruptedWithoutAbandonment, { rows: 'instances', node, kind: 'withoutAbandonment' });
    for (const kind of KINDS) yield behind(one.byKind[kind], { rows: 'interruptions', node, kind });
    for (const resolution of RESOLUTIONS) yield behind(one.byResolution[resolution], { rows: 'interruptions', node, resolution });
    for (const { reason = null, count } of one.byReason) yield behind(count, { rows: 'interruptions', node, reason });
    yield behind(one.unhanded, { rows: 'interruptions', node, handling: 'unhanded' });
    yield behind(one.pending, { rows: 'interruptions', node, handling: 'pending' });
    yield behind(one.withHandoff, { rows: 'interruptions', node, carrier: 'handoff' });
    yield behind(one.carriers.received, { rows: 'interruptions', node, role: 'carrier' });
    yield behind(one.carriers.succeeded, { rows: 'interruptions', node, role: 'carrier', resolution: 'continued' });
  }
  for (const { from, to, count, instances } of counts.flows) {
    const edge = { kind: 'flow', from, to } as const;
    yield behind(count, { rows: 'visits', edge });
    yield behind(instances, { rows: 'instances', edge });
  }
  for (const { from, to, carrier: kind, count, succeeded } of counts.handoffs) {
    yield behind(count, { rows: 'interruptions', edge: { kind, from, to } });
    yield behind(succeeded, { rows: 'interruptions', edge: { kind, from, to }, resolution: 'continued' });
  }
  for (const { from, count } of counts.losses) yield behind(count, { rows: 'interruptions', edge: { kind: 'loss', from } });
}

/** Every number of the broken paths with the selection whose rows are behind it. */
export function* numbersOfPaths({ filter, level }: Pick<Selection, 'filter' | 'level'>, { variants }: VariantCounts): Generator<NumberOfMap> {
  for (const { path: id, count, instances, lost, unhanded } of variants) {
    const selection = { filter, level, path: parsePathId(level, id), rows: 'interruptions' } as const;
    yield { number: count, selection };
    yield { number: instances, selection: { ...selection, rows: 'instances' } };
    yield { number: lost, selection: { ...selection, resolution: 'lost' } };
    yield { number: unhanded, selection: { ...selection, handling: 'unhanded' } };
  }
}

/** Every number of what became of the breaks of a place with the selection whose rows are behind it. */
export function* numbersOfOutcomes({ filter, level }: Pick<Selection, 'filter' | 'level'>, { node: { id: node }, outcomes }: PlaceCounts): Generator<NumberOfMap> {
  for (const { kind, resolution, carrier, pending, count } of outcomes) {
    const waits = resolution === 'open' && carrier === 'none';
    yield { number: count, selection: { filter, level, node, rows: 'interruptions', kind, resolution, carrier, ...(waits && { handling: pending ? 'pending' : 'unhanded' }) } };
  }
}
