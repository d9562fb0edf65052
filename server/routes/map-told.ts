import type { PanoramaAnswer, PanoramaNode } from '#contract';
import type { FlowCounts, HandoffCounts, PanoramaNode as ModelNode } from '#model';

/** A node of the model as the contract tells it. Tasks and tickets are of an issue of their own: there are none yet. */
export function nodeTold({ interruptedWithoutAbandonment: _, carriers, ...node }: ModelNode): PanoramaNode {
  return { ...node, ...(carriers.received > 0 && { carriers }), tasks: { open: 0, overdue: 0 }, tickets: {} };
}

export const flowTold = ({ gapP50, ...flow }: FlowCounts): PanoramaAnswer['flows'][number] => ({ ...flow, gapMs: { p50: gapP50 } });

export const handoffTold = ({ latencyP50, ...edge }: HandoffCounts): PanoramaAnswer['handoffs'][number] => ({
  ...edge,
  latencyMs: { p50: latencyP50 },
});

