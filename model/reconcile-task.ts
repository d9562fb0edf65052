import type { HandoffTask, TaskEndReason, TaskState } from './handoff-task';
import type { Interruption } from './interruption';

/** What has become of an interruption, as far as its task minds; absent when a late event, or a catalogue, undid it. */
export type BreakNow = Pick<Interruption, 'resolution' | 'pending' | 'carrier' | 'continuedAt'>;

export interface SeenEnd {
  state: Extract<TaskState, 'resumed' | 'expired' | 'withdrawn'>;
  reason: Extract<TaskEndReason, 'self' | 'handoff' | 'detour' | 'lost' | 'window' | 'gone'>;
}

/**
 * How an unfinished task ends by what has become of its interruption; `undefined` while it stays.
 *
 * A customer who goes on needs nobody: 客户已自行恢复, whichever way they went; but where somebody had reached them and they went on by a
 * handoff, that was the task, and it is 接续成功. Picked up but not yet going on, it stays.
 */
export function seenEnd(task: Pick<HandoffTask, 'state'>, now: BreakNow | undefined): SeenEnd | undefined {
  if (now === undefined) return { state: 'withdrawn', reason: 'gone' };
  const { resolution, pending, carrier } = now;
  switch (resolution) {
    case 'self':
    case 'detour':
      return { state: 'withdrawn', reason: resolution };
    case 'handoff':
      return { state: task.state === 'contacted' ? 'resumed' : 'withdrawn', reason: resolution };
    case 'lost':
      return { state: 'expired', reason: 'lost' };
    case 'open':
      return pending || carrier ? undefined : { state: 'expired', reason: 'window' };
  }
}
