import type { Missing, MissingCode } from '#model';
import type { ToldReason } from './reasons';

export { MISSING, missing, type Missing, type MissingCode } from '#model';

/** What a move still needs, in English for whoever reads the answer without a page. */
const WORDS: Record<MissingCode, string> = {
  state: 'it is {state}, from where there is no such move',
  'system-only': 'only the system does this',
  'owner-required': 'it needs an owner',
  'department-required': 'it needs a department',
  'due-required': 'it needs a due date',
  'target-required': 'it needs a target',
  'measure-required': 'it needs a planned measure',
  'measure-done-required': 'it needs a measure that is done',
  'effective-required': 'it needs the effective date of {touchpoints}',
  'effective-day': 'the effective date of {touchpoints} has not come: {day}',
  'new-effective-required': 'its evidence failed: it needs a new effective date, after {day}',
  'baseline-too-short': 'its baseline has {have} of {need} days',
  'baseline-rate-zero': 'there is nothing to bring down: no hit in {days} days',
  'never-settles': 'customers of its journey are never given up, so that its days never settle',
  'test-too-long': 'the test would take {days} days: widen the locus or raise the target',
  'test-day': 'its test day is {day}, in {days} days',
  days: '{have} of {need} days have passed',
  samples: '{have} of {need} samples are there',
  'evidence-failed': 'its evidence failed',
  'other-person-required': 'it needs a second person, who is not its owner',
  'manager-required': 'it needs a manager, or whoever it is assigned to',
  'reason-required': 'it needs a reason',
  'assignee-required': 'it needs another person to assign it to',
  'attempt-required': 'nobody has tried to reach the customer yet',
  'metric-without-data': 'its measure has no data yet',
  'changed-since': 'somebody changed it since',
};

/** @example tellMissing({ code: 'days', params: { have: 8, need: 14 } }).reason // '8 of 14 days have passed' */
export const tellMissing = ({ code, params = {} }: Missing): ToldReason => ({
  reason: WORDS[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')),
  code,
  params,
});
