import { day, FRAME_COUNTS, journeyId, stepId, touchpointId } from '#model';
import { z } from 'zod';
import { instant, reading } from './common';
import { endpoint } from './endpoint';
import { filterAnswer, filterQuery, level } from './filter';
import { balance } from './panorama';

const numbers = z.array(z.int().nonnegative());

/** One moment of the playback: the instances that started from `from` on and before `to`, with the zone's clock in both. */
export const frame = z.object({
  from: instant,
  to: instant,
  day,
  /** Of an hour: what the clock shows when it begins, such as `09:00`. The hour that is shown twice in autumn is two frames. */
  clock: z.string().optional(),
  /** False: its day is not mature, and what it counts may still change. */
  mature: z.boolean(),
  balance,
});
export type Frame = z.infer<typeof frame>;

/** A place through all frames: of each count one number a frame, in their order. */
export const placeFrames = z.object({
  id: z.string(),
  journey: journeyId,
  touchpoint: touchpointId,
  step: stepId.optional(),
  ...(Object.fromEntries(FRAME_COUNTS.map((name) => [name, numbers])) as Record<(typeof FRAME_COUNTS)[number], typeof numbers>),
});
export type PlaceFramesAnswer = z.infer<typeof placeFrames>;

export const frames = reading.extend({
  level,
  filter: filterAnswer,
  by: z.enum(['day', 'hour']),
  /** From the filter's first day with data to its last; no hour that has not begun. */
  frames: z.array(frame),
  /** Every place anybody visited, without a limit. */
  places: z.array(placeFrames),
});
export type FramesAnswer = z.infer<typeof frames>;

export const getFrames = endpoint({
  method: 'GET',
  path: '/panorama/frames',
  summary: 'Playback: what the map shows, day by day or (of at most 31 days) hour by hour. Frames add up to the map.',
  query: z.object({ level: level.optional(), ...filterQuery.shape, by: z.enum(['day', 'hour']).optional() }),
  output: frames,
});
