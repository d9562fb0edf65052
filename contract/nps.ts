import { day, journeyId, locus, programme, STATES, ticketId, ticketState, touchpointId } from '#model';
import { z } from 'zod';
import { reading, repeated } from './common';
import { endpoint } from './endpoint';
import { filterAnswer, filterQuery, urlDay } from './filter';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
/** From −100 to 100, without a % sign. */
const nps = z.number().min(-100).max(100);

/**
 * Ratings counted, with their NPS and its 95 % interval. Below 30 ratings there is no `nps`: 样本不足 (n). The interval is
 * around the adjusted estimate, and cut at ±100.
 */
export const npsFigure = z.object({
  n: count,
  promoters: count,
  detractors: count,
  nps: nps.optional(),
  low: nps.optional(),
  high: nps.optional(),
});
export type NpsFigure = z.infer<typeof npsFigure>;

/** `yearStart`: the first period of the same year; `lastYear`: the same period a year before; `threeYears`: three years before; `previous`: the one before. */
export const NPS_AGAINST = ['yearStart', 'lastYear', 'threeYears', 'previous', 'custom'] as const;
export const npsAgainst = z.enum(NPS_AGAINST);
export type NpsAgainst = z.infer<typeof npsAgainst>;

export const NPS_BY = ['month', 'quarter', 'week'] as const;
export const npsBy = z.enum(NPS_BY);
export type NpsBy = z.infer<typeof npsBy>;

/** Which days, by name: `2026-11`, `2026-Q4`, `2026-W48` (ISO 8601); of days that are no such period, `2026-10-01/2026-11-26`. */
export const npsPeriod = z.object({
  id: z.string(),
  from: day,
  to: day,
  /** False: the question cuts it short, or it is not over. `from` and `to` are what was counted. */
  complete: z.boolean(),
});
export type NpsPeriod = z.infer<typeof npsPeriod>;

/** One period against another, which is named. Without `delta`: one has fewer than 30 ratings, or there is no such period. */
export const npsChange = z.object({
  against: npsAgainst,
  period: npsPeriod,
  before: npsFigure,
  now: npsFigure,
  delta: z.number().optional(),
  /** 95 % interval of the difference. */
  low: z.number().optional(),
  high: z.number().optional(),
  significant: z.boolean().optional(),
});
export type NpsChange = z.infer<typeof npsChange>;

export const npsPoint = npsFigure.extend({
  period: z.string(),
  /** Known only where nothing but journeys narrows the question: invitations tell no more. */
  invited: count.optional(),
  responseRate: share.optional(),
});
export type NpsPoint = z.infer<typeof npsPoint>;

/**
 * How the journeys of a series make one number. `ratings`: all ratings are one heap. `instances`: the mean of the journeys' NPS, weighted by
 * the instances that started in the period. A period before the first instance takes the weights of `weightsOf`, the first that has any.
 */
export const npsWeighting = z.object({
  by: z.enum(['ratings', 'instances']),
  /** Of the current period, in the catalogue's order; only with `instances`. */
  weights: z.array(z.object({ journey: journeyId, instances: count, share })).optional(),
  /** The periods whose own instances are not known, and whose are taken instead. */
  borrowed: z.object({ periods: z.array(z.string()), weightsOf: z.string() }).optional(),
});
export type NpsWeighting = z.infer<typeof npsWeighting>;

export const NPS_GROUPS = ['journey', 'touchpoint', 'organisation', 'segment', 'none'] as const;
export const npsGroup = z.enum(NPS_GROUPS);
export type NpsGroup = z.infer<typeof npsGroup>;

export const npsSeries = z.object({
  /** A journey's, touchpoint's, organisation's (with all below it) or segment's id; empty: of ratings that name none. `important` and `all` of the two totals. */
  id: z.string(),
  /** One of each of `periods`, in their order. */
  points: z.array(npsPoint),
  /** Of the last period: what headlines speak of. */
  current: npsPoint,
  /** Of the whole question. */
  total: npsFigure,
  /** The current period against others, of those that apply: a January is its own year's start. */
  changes: z.array(npsChange),
  weighting: npsWeighting,
  /** 目标 of a journey, from the catalogue. */
  target: nps.optional(),
});
export type NpsSeries = z.infer<typeof npsSeries>;

/** A closed ticket with the NPS of its locus before the first effective day and after the last one, as many days on both sides. */
export const npsTicket = z.object({
  id: ticketId,
  title: z.string(),
  state: ticketState,
  locus,
  /** Where ratings can be told apart: the journey of its locus, and the touchpoint. */
  at: z.object({ journey: journeyId, touchpoint: touchpointId.optional() }),
  /** The last effective day, by which it is drawn. */
  day,
  closedOn: day,
  before: npsFigure.extend({ from: day, to: day }),
  after: npsFigure.extend({ from: day, to: day }),
  delta: z.number().optional(),
  /** 95 % interval of the difference. */
  low: z.number().optional(),
  high: z.number().optional(),
  significant: z.boolean().optional(),
  /** Its own evidence as it was frozen: the rate that it was to bring down, before and after, and whether its test passed. */
  evidence: z.object({ before: share, after: share, passed: z.boolean() }).optional(),
});
export type NpsTicket = z.infer<typeof npsTicket>;

const npsFilter = {
  programme: programme.optional(),
  ...filterQuery.shape,
  touchpoint: repeated(touchpointId).optional(),
};
const npsFilterAnswer = filterAnswer.extend({ touchpoints: z.array(touchpointId).optional() });

export const npsQuery = z.object({
  by: npsBy.optional(),
  ...npsFilter,
  group: npsGroup.optional(),
  /** Both, or neither: days that the last period of every series is compared with, as a change against `custom`. */
  compareFrom: urlDay.optional(),
  compareTo: urlDay.optional(),
});
export type NpsQuery = z.input<typeof npsQuery>;

export const npsAnswer = reading.extend({
  programme,
  by: npsBy,
  group: npsGroup,
  filter: npsFilterAnswer,
  /** The least ratings that make a point. */
  least: count,
  periods: z.array(npsPeriod),
  /** In the catalogue's order, whoever has any rating in the question; ratings without one last. */
  series: z.array(npsSeries),
  /** 重要服务: the journeys of the filter that the catalogue calls important, together; absent where there are none. */
  important: npsSeries.optional(),
  /** All journeys of the filter together. */
  all: npsSeries,
  /** Tickets of the filter that were closed, and became effective in it; oldest first. */
  tickets: z.array(npsTicket),
});
export type NpsAnswer = z.infer<typeof npsAnswer>;

export const getNps = endpoint({
  method: 'GET',
  path: '/nps',
  summary: 'NPS over time, with intervals and named comparisons. Without days: 36 months, 12 quarters or 26 weeks up to the newest rating. `transactional` unless told.',
  query: npsQuery,
  output: npsAnswer,
});

/** What one journey, or 其他, did to the total: `within` + `mix`. */
export const npsContribution = z.object({
  /** Absent: 其他, the journeys of `journeys` with fewer than 30 ratings in either period. */
  journey: journeyId.optional(),
  journeys: z.array(journeyId),
  /** Mean share × change of its NPS. */
  within: z.number(),
  /** Change of its share × its mean NPS: of all journeys together it is 结构, of one alone it says little. */
  mix: z.number(),
  shareBefore: share,
  shareNow: share,
  before: npsFigure,
  now: npsFigure,
});
export type NpsContribution = z.infer<typeof npsContribution>;

export const npsContributions = z.object({
  /** What the total is of. */
  among: z.enum(['important', 'all']),
  weighting: npsWeighting,
  now: npsPeriod,
  /** As in `npsSeries.changes`: the total's. */
  change: npsChange,
  /** In the catalogue's order, 其他 last; absent where the total has no difference. */
  parts: z.array(npsContribution).optional(),
  /** Σ mix. Σ within + mix = `change.delta`. */
  mix: z.number().optional(),
});
export type NpsContributions = z.infer<typeof npsContributions>;

export const EXPERIENCES = STATES.filter((one) => one !== 'active');

export const npsExperience = z.object({
  from: day,
  to: day,
  /** Ratings of the days, those of them that name an instance that is stored and of the same journey, and the share. */
  ratings: count,
  linked: count,
  linkedShare: share.optional(),
  /** 顺畅, 自行恢复, 接续, 自寻, 流失: how the instance stands now. Instances under way are `active` and not among them. */
  states: z.array(npsFigure.extend({ state: z.enum(STATES) })),
  active: count,
  /** Those who were picked up against those who found their own way: described, not caused. */
  handedAgainstDetoured: z.object({ delta: z.number(), low: z.number(), high: z.number(), significant: z.boolean() }).optional(),
});
export type NpsExperience = z.infer<typeof npsExperience>;

/** 中断率, 接续率, 等待 (median minutes from a break to who carried on), 重复 (share of visits that return to a place), NPS; each of a journey in a month. */
export const NPS_VARIABLES = ['nps', 'breakRate', 'handoffRate', 'waiting', 'repeats'] as const;
export const npsVariable = z.enum(NPS_VARIABLES);
export type NpsVariable = z.infer<typeof npsVariable>;

export const npsCorrelation = z.object({
  a: npsVariable,
  b: npsVariable,
  /** Journey-months that have both. */
  n: count,
  /** Spearman's rank correlation; absent with fewer than 10, or where one of the two never varies. */
  r: z.number().min(-1).max(1).optional(),
  p: share.optional(),
  /** Adjusted by Holm over all pairs that have an `r`. */
  pHolm: share.optional(),
  significant: z.boolean().optional(),
});
export type NpsCorrelation = z.infer<typeof npsCorrelation>;

export const npsJourneyMonth = z.object({
  journey: journeyId,
  month: z.string(),
  /** Ratings of it. */
  n: count,
  values: z.partialRecord(npsVariable, z.number()),
});
export type NpsJourneyMonth = z.infer<typeof npsJourneyMonth>;

export const npsCorrelations = z.object({
  from: day,
  to: day,
  method: z.literal('spearman'),
  /** Journey-months with instances and at least 30 ratings; how many others were left out for too few. */
  months: z.array(npsJourneyMonth),
  leftOut: count,
  /** Every pair of variables once, those with NPS first. */
  pairs: z.array(npsCorrelation),
});
export type NpsCorrelations = z.infer<typeof npsCorrelations>;

export const npsDriversQuery = z.object({
  by: npsBy.optional(),
  ...npsFilter,
  /** What the last period of the question is compared with; `yearStart` unless told, or `lastYear` where the period is itself the year's first. */
  against: npsAgainst.optional(),
  compareFrom: urlDay.optional(),
  compareTo: urlDay.optional(),
  /** Whose total is explained; `important` unless told, where the filter has any. */
  among: z.enum(['important', 'all']).optional(),
});
export type NpsDriversQuery = z.input<typeof npsDriversQuery>;

export const npsDriversAnswer = reading.extend({
  programme,
  by: npsBy,
  filter: npsFilterAnswer,
  contributions: npsContributions,
  /** Of the last 90 days of the question. */
  experience: npsExperience,
  /** Of all its months. */
  correlations: npsCorrelations,
});
export type NpsDriversAnswer = z.infer<typeof npsDriversAnswer>;

export const getNpsDrivers = endpoint({
  method: 'GET',
  path: '/nps/drivers',
  summary: 'What moved it: contributions of journeys between two periods, NPS by experience, and correlations over journey-months. Differences are described, not called causes.',
  query: npsDriversQuery,
  output: npsDriversAnswer,
});
