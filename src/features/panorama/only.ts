import type { PanoramaNode } from '#contract';
import { ENOUGH, interruptionsOf, THRESHOLDS } from './figures';
import type { Only } from './search';
import { isUnclaimed, openTickets } from './work';

/** 异常: a break rate that the map marks with //, or one that has become significantly worse than in the comparison. */
export function isAbnormal({ instances, rate, previous }: Pick<PanoramaNode, 'instances' | 'rate' | 'previous'>): boolean {
  if (instances >= ENOUGH && rate.value >= THRESHOLDS.broken) return true;
  return previous !== undefined && previous.significant && previous.current.rate.value > previous.rate.value;
}

const HOLDS: Record<Only, (node: PanoramaNode) => boolean> = {
  abnormal: isAbnormal,
  unhanded: (node) => node.unhanded > 0,
  unticketed: (node) => interruptionsOf(node) > 0 && openTickets(node) === 0,
  unclaimed: isUnclaimed,
};

/** Whether a place stays in front: all that is asked for holds of it. Nothing asked for: every place does. */
export const staysInFront = (node: PanoramaNode, only: readonly Only[] = []): boolean => only.every((one) => HOLDS[one](node));

/** The address with one of the conditions switched on or off. */
export function toggleOnly(only: readonly Only[] = [], one: Only): Only[] | undefined {
  const next = only.includes(one) ? only.filter((other) => other !== one) : [...only, one];
  return next.length > 0 ? next : undefined;
}
