import { z } from 'zod';
import type { Interruption } from './interruption';

/** The six states of the balance: 顺畅完成, 自行恢复后完成, 接续后完成, 自寻后完成, 进行中, 流失. */
export const STATES = ['smooth', 'recovered', 'handed', 'detoured', 'active', 'lost'] as const;
export const state = z.enum(STATES);
export type State = z.infer<typeof state>;

/** 旅程平衡: every instance is in exactly one state, so `entered` is the sum of the others. */
export type Balance = { entered: number } & Record<State, number>;

/** Whether an instance in this state reached its end, however. */
export const isComplete = (one: State): boolean => one !== 'active' && one !== 'lost';

/**
 * The state of an instance.
 *
 * @param idle whether its last event lies longer than `idleLostMs` before `now`
 */
export function stateOf(complete: boolean, idle: boolean, interruptions: readonly Pick<Interruption, 'resolution'>[]): State {
  if (!complete) return idle ? 'lost' : 'active';
  if (interruptions.length === 0) return 'smooth';
  if (interruptions.some(({ resolution }) => resolution === 'handoff')) return 'handed';
  return interruptions.some(({ resolution }) => resolution === 'detour') ? 'detoured' : 'recovered';
}
