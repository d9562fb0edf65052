import { z } from 'zod';

/**
 * What a ticket must move: 中断率 (without abandonment), 流失率, 声音主题占比, 净推荐值. The evidence of this folder is about the
 * first two, which are rates of instances.
 */
export const MEASURES = ['break-rate', 'loss-rate', 'theme-share', 'nps'] as const;
export const measure = z.enum(MEASURES);
export type Measure = z.infer<typeof measure>;
