import type { PanoramaNode } from '#contract';
import type { Kind, ReasonId } from '#model';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** All interruptions at a place. */
export const interruptionsOf = ({ byKind }: Pick<PanoramaNode, 'byKind'>): number => sum(Object.values(byKind));

/** The denominator of 接续率: interruptions that did not recover by themselves and are not pending. */
export const handoffBase = (node: Pick<PanoramaNode, 'byKind' | 'byResolution' | 'pending'>): number =>
  interruptionsOf(node) - node.byResolution.self - node.pending;

/** What breaks a place most: its main reason, or its main kind where breaks without a reason are more. */
export function mainCause({ byKind, byReason }: Pick<PanoramaNode, 'byKind' | 'byReason'>): { kind: Kind; count: number } | { reason: ReasonId; count: number } | undefined {
  const [kind, ofKind] = Object.entries(byKind).toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const named = byReason.find((one) => one.reason !== undefined);
  if (named?.reason !== undefined && named.count * 2 >= (ofKind ?? 0)) return { reason: named.reason, count: named.count };
  // The keys of a record of kinds are kinds.
  return kind === undefined || !ofKind ? undefined : { kind: kind as Kind, count: ofKind };
}

/** Steps that a full bar may stand for. */
const SCALES = [0.02, 0.05, 0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1];

/** What a full bar stands for, so that the longest one fits. */
export const fullBar = (rates: readonly number[]): number => {
  const most = Math.max(0, ...rates);
  return SCALES.find((scale) => scale >= most) ?? 1;
};

/** Break rates from which a place is mild, broken (with the gap mark) and severe. */
export const THRESHOLDS = { mild: 0.03, broken: 0.05, severe: 0.08 } as const;

/** Below this many journeys a rate is shown but not judged. */
export const ENOUGH = 30;
