import type { NodeCounts } from './panorama-counts';
import { wilson, type Rate } from './statistics';

/** 接续率: interruptions with a handoff ÷ interruptions neither resolved `self` nor pending; absent where there are none. */
export function handoffRate({ withHandoff, unhanded }: Pick<NodeCounts, 'withHandoff' | 'unhanded'>): Rate | undefined {
  // Every interruption is exactly one of: self, pending, with a handoff, unhanded.
  const due = withHandoff + unhanded;
  return due === 0 ? undefined : wilson(withHandoff, due);
}

/** 接续成功率: interruptions continued with a handoff ÷ interruptions with a handoff; absent where there are none. */
export function handoffSuccess({ withHandoff, byResolution }: Pick<NodeCounts, 'withHandoff' | 'byResolution'>): Rate | undefined {
  return withHandoff === 0 ? undefined : wilson(byResolution.handoff, withHandoff);
}
