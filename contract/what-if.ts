import { stepId, touchpointId } from '#model';
import { z } from 'zod';
import { reading } from './common';
import { endpoint } from './endpoint';
import { filterAnswer, filterQuery } from './filter';

const count = z.int().nonnegative();

/** 若减半: what halving the losses at a place would bring. */
export const halvedPlace = z.object({
  id: z.string(),
  step: stepId,
  touchpoint: touchpointId,
  /** Visits of those who completed or were lost, up to there; `lost`: those of them that a break here lost. */
  visits: count,
  lost: count,
  /** The probability to complete from here, as things are. */
  completes: z.number().min(0).max(1),
  /** Completions gained; absent where nobody ever went on from here. */
  gain: z.number().nonnegative().optional(),
});
export type HalvedPlace = z.infer<typeof halvedPlace>;

export const whatIfAnswer = reading.extend({
  /** The filter up to its last mature day, which the answer is of: losses of later days are still to come. */
  filter: filterAnswer,
  /** False: no day of the filter is mature, and nothing is counted. */
  mature: z.boolean(),
  /** The chain has no memory: who is no longer lost goes on as those did who went on from there. */
  assumption: z.literal('memoryless'),
  /** Completed or lost; `active`: neither, and left out. */
  instances: count,
  completed: count,
  lost: count,
  active: count,
  /** Largest gain first. */
  places: z.array(halvedPlace),
});
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>;

export const getWhatIf = endpoint({
  method: 'GET',
  path: '/panorama/what-if',
  summary: 'For every place of one journey: completions gained if the losses of its breaks were halved, by the absorbing Markov chain of the observed flows.',
  query: filterQuery,
  output: whatIfAnswer,
});
