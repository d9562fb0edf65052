import { z } from 'zod';
import { instant, reading } from './common';
import { endpoint } from './endpoint';
import { qualityFinding } from './imports';

const count = z.int().nonnegative();

/** So many days back, today among them, are looked at. */
export const QUALITY_DAYS = 90;

/** 数据质量 of what came by `POST /events`: neither by an import nor with the demo. */
export const quality = reading.extend({
  /** From here on: the start of the first day. */
  since: instant,
  events: count,
  /** That they are of. */
  instances: count,
  /** What is odd about them, and about the rows that were rejected; their order is looked at in the 200,000 that came last. `line` is of no row here; a `journey` says that `value` is an instance of it. */
  findings: z.array(qualityFinding),
  /** Rows of requests since the server started: rejected ones are counted, and not stored. */
  requests: z.object({
    since: instant,
    rows: count,
    rejected: count,
    /** Of these for a reason that is no finding, such as no JSON: the answer to each request says it. */
    others: count,
  }),
});
export type Quality = z.infer<typeof quality>;

export const getQuality = endpoint({
  method: 'GET',
  path: '/quality',
  summary: `What is odd about the events of the last ${QUALITY_DAYS} days that came by POST /events, with where; imports tell their own.`,
  output: quality,
});
