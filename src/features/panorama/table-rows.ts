import type { PanoramaAnswer, PanoramaNode } from '#contract';
import { edgeId } from '#model';
import { handoffBase, interruptionsOf } from './figures';
import type { Names } from './names';
import type { tableTexts } from './table-texts';
import type { Place } from './url';
import { isUnclaimed, openTickets, recurredTickets } from './work';

/** A column of a table: its exact value for sorting and export, and how it is written. */
export interface Column<Row> {
  key: string;
  header: string;
  /** `rate` is a proportion; `ms` a length of time; `at` an instant (ISO 8601). */
  kind: 'text' | 'count' | 'rate' | 'points' | 'ms' | 'at';
  value: (row: Row) => string | number | undefined;
  /** Says what the row is of: a header of its row, so wide (px), which stays in view at the left. */
  pinned?: number;
}

type Texts = (typeof tableTexts)['zh'];

const ratio = (part: number, whole: number): number | undefined => (whole > 0 ? part / whole : undefined);

/** The columns of the table of places. */
export function placeColumns(place: Place, names: Names, t: Texts): Column<PanoramaNode>[] {
  const where: Column<PanoramaNode>[] =
    place.level === 'overview'
      ? [{ key: 'journey', header: t.journey, kind: 'text', pinned: 130, value: (node) => names.journey(node.journey) }]
      : [
          { key: 'stage', header: t.stage, kind: 'text', pinned: 100, value: (node) => node.stage && names.stage(node.journey, node.stage) },
          { key: 'step', header: t.step, kind: 'text', pinned: 130, value: (node) => node.step && names.step(node.journey, node.step) },
        ];
  const count = (key: string, header: string, value: (node: PanoramaNode) => number): Column<PanoramaNode> => ({ key, header, kind: 'count', value });
  return [
    ...where,
    { key: 'touchpoint', header: t.touchpoint, kind: 'text', pinned: 110, value: (node) => names.touchpoint(node.touchpoint) },
    count('instances', t.instances, (node) => node.instances),
    count('visits', t.visits, (node) => node.visits),
    count('interrupted', t.interrupted, (node) => node.interrupted),
    { key: 'rate', header: t.breakRate, kind: 'rate', value: (node) => ratio(node.interrupted, node.instances) },
    count('interruptions', t.interruptions, interruptionsOf),
    count('unhanded', t.unhanded, (node) => node.unhanded),
    count('pending', t.pending, (node) => node.pending),
    { key: 'handoffRate', header: t.handoffRate, kind: 'rate', value: (node) => ratio(node.withHandoff, handoffBase(node)) },
    count('lost', t.lost, (node) => node.byResolution.lost),
    count('received', t.received, (node) => node.carriers?.received ?? 0),
    { key: 'success', header: t.success, kind: 'rate', value: (node) => ratio(node.carriers?.succeeded ?? 0, node.carriers?.received ?? 0) },
    count('tasks', t.tasks, (node) => node.tasks.open),
    count('overdue', t.overdue, (node) => node.tasks.overdue),
    count('tickets', t.tickets, openTickets),
    count('recurred', t.recurred, recurredTickets),
    { key: 'unclaimed', header: t.unclaimed, kind: 'text', value: (node) => (isUnclaimed(node) ? t.yes : undefined) },
    { key: 'change', header: t.change, kind: 'points', value: ({ previous }) => previous && previous.current.rate.value - previous.rate.value },
    { key: 'significant', header: t.significant, kind: 'text', value: ({ previous }) => previous && (previous.significant ? t.yes : t.no) },
  ];
}

export interface EdgeRow {
  id: string;
  kind: 'flow' | 'handoff' | 'detour' | 'loss';
  from: string;
  to?: string | undefined;
  count: number;
  succeeded?: number | undefined;
  medianMs?: number | undefined;
}

/** Every edge and loss of an answer as rows, drawn or not. */
export function edgeRows({ flows, handoffs, losses }: Pick<PanoramaAnswer, 'flows' | 'handoffs' | 'losses'>): EdgeRow[] {
  return [
    ...handoffs.map(({ from, to, carrier, count, succeeded, latencyMs }): EdgeRow => ({ id: edgeId({ kind: carrier, from, to }), kind: carrier, from, to, count, succeeded, medianMs: latencyMs.p50 })),
    ...losses.map(({ from, count }): EdgeRow => ({ id: edgeId({ kind: 'loss', from }), kind: 'loss', from, count })),
    ...flows.map(({ from, to, count, gapMs }): EdgeRow => ({ id: edgeId({ kind: 'flow', from, to }), kind: 'flow', from, to, count, medianMs: gapMs.p50 })),
  ];
}

/** The columns of the table of edges. */
export function edgeColumns(place: Place, names: Names, t: Texts): Column<EdgeRow>[] {
  return [
    { key: 'kind', header: t.kind, kind: 'text', pinned: 86, value: (row) => t[row.kind] },
    { key: 'from', header: t.from, kind: 'text', pinned: 190, value: (row) => names.node(place, row.from) },
    { key: 'to', header: t.to, kind: 'text', value: (row) => row.to && names.node(place, row.to) },
    { key: 'count', header: t.times, kind: 'count', value: (row) => row.count },
    { key: 'succeeded', header: t.succeeded, kind: 'count', value: (row) => row.succeeded },
    { key: 'success', header: t.success, kind: 'rate', value: (row) => (row.succeeded === undefined ? undefined : ratio(row.succeeded, row.count)) },
    { key: 'median', header: t.median, kind: 'ms', value: (row) => row.medianMs },
  ];
}

/** Rows in the order of one column; what has no value comes last in either direction, ties keep their order. */
export function sortRows<Row>(rows: readonly Row[], { value }: Column<Row>, descending: boolean): Row[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * String(left).localeCompare(String(right));
  });
}
