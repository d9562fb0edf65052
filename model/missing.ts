import { z } from 'zod';

/**
 * What a move still needs, as codes with parameters: buttons say it before anybody presses them, and a refused move answers it.
 * Parameters: `test-day` day, days (left); `samples` have, need; `days` have, need; `effective-required` touchpoints (ids, comma-separated);
 * `effective-day` touchpoints, day (the first that has not come); `new-effective-required` day (to come after); `baseline-too-short` have, need;
 * `baseline-rate-zero` days; `test-too-long` days (absent: more than a year), target (the least that 60 days could show, if any); `state` state;
 * `manager-required` assignee, where that person may do it too.
 */
export const MISSING = [
  'state',
  'system-only',
  'owner-required',
  'department-required',
  'due-required',
  'target-required',
  'measure-required',
  'measure-done-required',
  'effective-required',
  /** An effective day that has not come. */
  'effective-day',
  'new-effective-required',
  'baseline-too-short',
  /** Nothing to bring down. */
  'baseline-rate-zero',
  /** Customers of the journey are never given up, so its days never settle. */
  'never-settles',
  'test-too-long',
  'test-day',
  'days',
  'samples',
  'evidence-failed',
  'other-person-required',
  'manager-required',
  'reason-required',
  'assignee-required',
  'attempt-required',
  'metric-without-data',
  /** Somebody changed it since (undoing a bulk action). */
  'changed-since',
] as const;
export const missing = z.object({ code: z.enum(MISSING), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });
export type Missing = z.infer<typeof missing>;
export type MissingCode = Missing['code'];
