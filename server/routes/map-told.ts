import type { PanoramaAnswer, PanoramaNode } from '#contract';
import type { FlowCounts, HandoffCounts, PanoramaNode as ModelNode } from '#model';
import type { PlaceMarks } from '../services/place-marks';

/** A node of the model as the contract tells it, with what people do about it. */
export function nodeTold({ interruptedWithoutAbandonment: _, carriers, ...node }: ModelNode, marks: PlaceMarks): PanoramaNode {
  return { ...node, ...(carriers.received > 0 && { carriers }), ...marks.at(node) };
}

export const flowTold = ({ gapP50, ...flow }: FlowCounts): PanoramaAnswer['flows'][number] => ({ ...flow, gapMs: { p50: gapP50 } });

export const handoffTold = ({ latencyP50, ...edge }: HandoffCounts): PanoramaAnswer['handoffs'][number] => ({
  ...edge,
  latencyMs: { p50: latencyP50 },
});

