import { day } from '#model';
import { z } from 'zod';
import { redetection } from './catalogue';
import { reading } from './common';
import { endpoint } from './endpoint';

export const status = reading.extend({
  /** Of the product, as in package.json. */
  version: z.string(),
  today: day,
  data: z.object({
    events: z.int().nonnegative(),
    instances: z.int().nonnegative(),
    /** The first and the newest start day; absent while there is no data. */
    firstDay: day.optional(),
    lastDay: day.optional(),
  }),
  /** True while any data is the synthetic insurer's: shown as 演示数据 everywhere. */
  demo: z.boolean(),
  redetection: redetection.optional(),
});
export type Status = z.infer<typeof status>;

export const getStatus = endpoint({ method: 'GET', path: '/status', summary: 'What data there is, and from when.', output: status });

export const clearDemo = endpoint({
  method: 'DELETE',
  path: '/demo',
  summary: 'Removes the synthetic insurer: its events, its catalogue and its people. Imported data stays.',
  output: status,
});
