import { day } from '#model';
import { z } from 'zod';
import { listOf, urlInt } from './common';
import { endpoint } from './endpoint';
import { filterAnswer, filterQuery, level } from './filter';

const count = z.int().nonnegative();

/** A path that broke: the places visited, in order, up to and including the break. */
export const variant = z.object({
  /** Of the path, as `path` of a selection takes it. */
  id: z.string(),
  /** Ids of nodes. The last is where it broke; of a path longer than 50 places these are the last 50. */
  places: z.array(z.string()),
  cut: z.boolean(),
  /** Interruptions; `instances`: whose they are. */
  count,
  instances: count,
  /** Customers lost there. */
  lost: count,
  unhanded: count,
  /** Beside the filter, what `GET /instances` is asked for exactly `count` rows; with `resolution: 'lost'`, `lost`; with `rows: 'instances'`, `instances`. */
  selection: z.object({ level, path: z.string(), rows: z.literal('interruptions') }),
});
export type VariantAnswer = z.infer<typeof variant>;

const sums = z.object({ variants: count, count, lost: count });

export const variants = listOf(variant).extend({
  level,
  filter: filterAnswer,
  /** Start days after this one are not mature: losses there are still to come. Absent when none is mature. */
  matureUntil: day.optional(),
  /** Of all paths: `count` is the map's interruptions, `lost` its balance's. */
  all: sums,
  /** 其他: what comes after this page. */
  other: sums.optional(),
});
export type VariantsAnswer = z.infer<typeof variants>;

export const getVariants = endpoint({
  method: 'GET',
  path: '/variants',
  summary: 'The broken paths of a journey, those that lose most customers first. `level` is `journey` unless told.',
  query: z.object({ level: level.optional(), ...filterQuery.shape, limit: urlInt(1, 200).optional(), cursor: z.string().optional() }),
  output: variants,
});
