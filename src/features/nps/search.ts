import { type NpsAgainst, type NpsBy, type NpsGroup, repeated } from '#contract';
import { day, journeyId, organisationId, programme, segmentId, touchpointId } from '#model';
import { z } from 'zod';

/** Months up to the newest data that a relative range covers; 36 unless told. */
const SPANS = ['12', '24'] as const;

/** Orders of the small multiples and the ranking; by NPS unless told. */
export const SORTS = ['change', 'n', 'catalogue'] as const;

/*
 * Written out: every page loads this file, and the contract of NPS, whose enumerations they are, only this one needs.
 */
const BY = ['month', 'quarter', 'week'] as const satisfies readonly NpsBy[];
const GROUPS = ['journey', 'touchpoint', 'organisation', 'segment'] as const satisfies readonly NpsGroup[];
const AGAINST = ['yearStart', 'lastYear', 'threeYears', 'previous', 'custom'] as const satisfies readonly NpsAgainst[];

/** A value somebody has mistyped in the address is no value. */
const value = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const schema = z.object({
  /** `transactional` unless told; the two are never in one series. */
  programme: value(programme),
  /** `month` unless told. */
  by: value(z.enum(BY)),
  span: value(z.enum(SPANS)),
  /** Both, or neither: an absolute range, instead of `span`. */
  from: value(day),
  to: value(day),
  journey: value(repeated(journeyId)),
  touchpoint: value(repeated(touchpointId)),
  organisation: value(organisationId),
  segment: value(segmentId),
  /** What the small multiples are of; `journey` unless told. */
  group: value(z.enum(GROUPS)),
  /** Which series stands large: an id of the group, `important` or `all`; the important services unless told. */
  focus: value(z.string()),
  /** `yearStart` unless told. */
  against: value(z.enum(AGAINST)),
  compareFrom: value(day),
  compareTo: value(day),
  sort: value(z.enum(SORTS)),
  /** `table`: the ranking instead of the small multiples. */
  view: value(z.enum(['table'])),
  /** The period whose figures are open, by its id. */
  point: value(z.string().min(1)),
});

/** All that the address of 净推荐值 carries: sent to a colleague, it shows the same. */
export type NpsSearch = z.output<typeof schema>;

/** Reads the address; anything in it that is not understood is left out. */
export const npsSearch = (search: Record<string, unknown>): NpsSearch => schema.parse(search);
