import { compareIds } from './compare-ids';
import type { ReasonId } from './ids';
import type { ReasonCount } from './panorama-counts';

/** Reasons with their counts: largest first, ties by reason, and among these the one without a reason last. */
export const reasonCounts = (counts: ReadonlyMap<ReasonId | undefined, number>): ReasonCount[] =>
  [...counts].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count || compareReasons(a.reason, b.reason));

function compareReasons(a: ReasonId | undefined, b: ReasonId | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareIds(a, b);
}
