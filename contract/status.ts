import { day, journeyId } from '#model';
import { z } from 'zod';
import { redetection } from './catalogue';
import { reading } from './common';
import { endpoint } from './endpoint';

const extent = z.object({
  events: z.int().nonnegative(),
  instances: z.int().nonnegative(),
  /** The first and the newest start day; absent while there is no data. */
  firstDay: day.optional(),
  lastDay: day.optional(),
});

export const status = reading.extend({
  /** Of the product, as in package.json. */
  version: z.string(),
  today: day,
  data: extent.extend({
    /** Of each journey with data, in the catalogue's order: an imported log may have ended years ago. */
    journeys: z.array(extent.extend({ journey: journeyId })),
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
