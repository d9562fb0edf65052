import { z } from 'zod';

/**
 * What a move still needs, as codes with parameters: buttons say it before anybody presses them, and a refused move answers it.
 * Parameters: `test-day` day, days (left); `samples` have, need; `days` have, need; `effective-required` touchpoints (ids, comma-separated);
 * `baseline-too-short` have, need; `test-too-long` days; `state` state; `manager-required` assignee, where that person may do it too.
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
  'new-effective-required',
  'baseline-too-short',
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
] as const;
export const missing = z.object({ code: z.enum(MISSING), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });
export type Missing = z.infer<typeof missing>;
export type MissingCode = Missing['code'];
