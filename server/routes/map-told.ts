import type { PanoramaAnswer, PanoramaNode } from '#contract';
import { type FlowCounts, type HandoffCounts, LEAST_RATINGS, npsEstimate, npsInterval, type PanoramaNode as ModelNode, type PlaceVoice } from '#model';
import type { PlaceMarks } from '../services/place-marks';

/** A node of the model as the contract tells it, with what people do about it. */
export function nodeTold({ interruptedWithoutAbandonment: _, carriers, ...node }: ModelNode, marks: PlaceMarks): PanoramaNode {
  return { ...node, ...(carriers.received > 0 && { carriers }), ...marks.at(node) };
}

/** What those who were at a place said, as far as it is asked for. */
export function voiceTold(voice: PlaceVoice | undefined, include: readonly ('nps' | 'voice')[]): Pick<PanoramaNode, 'nps' | 'voice'> {
  if (!voice) return {};
  const { n, comments, negative } = voice;
  const interval = n >= LEAST_RATINGS ? npsInterval(npsEstimate(voice)) : undefined;
  return {
    ...(include.includes('nps') && n > 0 && { nps: { n, ...(interval && { score: interval.nps, low: interval.low, high: interval.high }) } }),
    ...(include.includes('voice') && comments > 0 && { voice: { comments, negative } }),
  };
}

export const flowTold = ({ gapP50, ...flow }: FlowCounts): PanoramaAnswer['flows'][number] => ({ ...flow, gapMs: { p50: gapP50 } });

export const handoffTold = ({ latencyP50, ...edge }: HandoffCounts): PanoramaAnswer['handoffs'][number] => ({
  ...edge,
  latencyMs: { p50: latencyP50 },
});

