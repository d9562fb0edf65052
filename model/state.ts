import { z } from 'zod';

/** The six states of the balance: 顺畅完成, 自行恢复后完成, 接续后完成, 自寻后完成, 进行中, 流失. */
export const STATES = ['smooth', 'recovered', 'handed', 'detoured', 'active', 'lost'] as const;
export const state = z.enum(STATES);
export type State = z.infer<typeof state>;

/** 旅程平衡: every instance is in exactly one state, so `entered` is the sum of the others. */
export type Balance = { entered: number } & Record<State, number>;
