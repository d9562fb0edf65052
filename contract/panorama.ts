import { carrier, day, journeyId, KINDS, reasonId, RESOLUTIONS, stageId, STATES, stepId, touchpointId } from '#model';
import { z } from 'zod';
import { reading } from './common';
import { endpoint } from './endpoint';
import { compareQuery, COMPARE, filterAnswer, filterQuery, level, panoramaQuery } from './filter';

const count = z.int().nonnegative();
const counts = <const Key extends string>(keys: readonly Key[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, count])) as Record<Key, typeof count>);

/** A proportion in [0, 1] with its 95 % Wilson interval. */
export const rate = z.object({ value: z.number(), low: z.number(), high: z.number() });

export const balance = counts(['entered', ...STATES]);

/** Carrier events received at a node (handoffs and detours), and how many of those interruptions continued. */
const carriers = z.object({ received: count, succeeded: count });

const previous = z.object({
  instances: count,
  /** Without abandonment when `comparison.withoutAbandonment`; so is `current`, this period's number for the same question. */
  interrupted: count,
  rate,
  current: z.object({ instances: count, interrupted: count, rate }),
  significant: z.boolean(),
});

export const node = z.object({
  id: z.string(),
  journey: journeyId,
  touchpoint: touchpointId,
  stage: stageId.optional(),
  step: stepId.optional(),
  instances: count,
  visits: count,
  events: count,
  starts: count,
  ends: count,
  interrupted: count,
  rate,
  byKind: counts(KINDS),
  byResolution: counts(RESOLUTIONS),
  /** `reason` is absent for interruptions without one. Largest first. */
  byReason: z.array(z.object({ reason: reasonId.optional(), count })),
  unhanded: count,
  pending: count,
  /** Interruptions here with a handoff; ÷ (all − self − pending) is 接续率. */
  withHandoff: count,
  carriers: carriers.optional(),
  /** Unfinished handoff tasks whose break is here, and how many of them are overdue, as of now. */
  tasks: z.object({ open: count, overdue: count }),
  /** Tickets that concern this place, by state, as of now; `recurred`: how many of the open ones were closed before and came back; `wide`: how many of the open ones name no touchpoint, and so are at every one. */
  tickets: z.record(z.string(), count),
  previous: previous.optional(),
  /** Of the transactional ratings of those who visited it; with `include=nps`, where there are any. Below 30 ratings only `n`. */
  nps: z.object({ n: count, score: z.number().optional(), low: z.number().optional(), high: z.number().optional() }).optional(),
  /** Of the comments of those who visited it; with `include=voice`, where there are any. */
  voice: z.object({ comments: count, negative: count }).optional(),
});
export type PanoramaNode = z.infer<typeof node>;

export const flow = z.object({
  from: z.string(),
  to: z.string(),
  count,
  instances: count,
  gapMs: z.object({ p50: z.number() }),
});
export const handoffEdge = z.object({
  from: z.string(),
  to: z.string(),
  carrier,
  count,
  succeeded: count,
  latencyMs: z.object({ p50: z.number() }),
});
export const loss = z.object({ from: z.string(), count });

export const comparison = z.object({
  /** `organisation`: the same period of another organisation. */
  mode: z.enum([...COMPARE, 'organisation']).exclude(['none']),
  filter: filterAnswer,
  balance,
  /** True when either period has a day that is not mature: rates are then taken without `abandonment` on both sides. */
  withoutAbandonment: z.boolean(),
});

export type ComparisonAnswer = z.infer<typeof comparison>;

/** A place that got significantly worse or better, after Benjamini–Hochberg at 5 % over all places compared. */
export const placeChange = z.object({
  id: z.string(),
  journey: journeyId,
  touchpoint: touchpointId,
  stage: stageId.optional(),
  step: stepId.optional(),
  direction: z.enum(['worse', 'better']),
  /** `current.interrupted` against what it would be at the rate before: journeys broken more, or (negative) fewer. */
  excess: z.number(),
  previous,
});
export type PlaceChangeAnswer = z.infer<typeof placeChange>;

export const mapComparison = comparison.extend({
  /** How many places both periods have, and so were judged. */
  compared: count,
  /** Largest excess first, whatever its sign; those that the limit of nodes leaves out among them. */
  changes: z.array(placeChange),
});

export const panorama = reading.extend({
  level,
  filter: filterAnswer,
  /** Start days of the filter after this one are not mature; absent when none is mature. */
  matureUntil: day.optional(),
  balance,
  /** Per journey, in the catalogue's order; only journeys with instances. */
  journeys: z.array(z.object({ journey: journeyId, balance })),
  nodes: z.array(node),
  flows: z.array(flow),
  handoffs: z.array(handoffEdge),
  losses: z.array(loss),
  /** 其他: what the limit of nodes left out. Sums over those nodes, and the edges that touch them. */
  other: counts(['nodes', 'instances', 'visits', 'starts', 'ends', 'interruptions', 'interrupted', 'unhanded', 'pending', 'withHandoff', 'flows', 'handoffs', 'losses'])
    .extend({
      /** Between each node that is given and 其他: without `to` into it, without `from` out of it. */
      links: z.array(z.object({ kind: z.enum(['flow', ...carrier.options]), from: z.string().optional(), to: z.string().optional(), count })),
    })
    .optional(),
  comparison: mapComparison.optional(),
});
export type PanoramaAnswer = z.infer<typeof panorama>;

export const getPanorama = endpoint({
  method: 'GET',
  path: '/panorama',
  summary: 'The map: nodes, flows, handoffs and losses of one level, with the balance.',
  query: panoramaQuery,
  output: panorama,
});

const quantiles = z.object({ p50: z.number(), p90: z.number() });

/** One start day of a place. `mature: false` days may still change and are drawn apart. */
export const placeDay = z.object({
  day,
  mature: z.boolean(),
  instances: count,
  interrupted: count,
  interruptions: count,
  unhanded: count,
  withHandoff: count,
});

/** What became of the interruptions of a place: those of one kind that ended one way. Its list: `node`, `rows=interruptions` and these; `pending` is `handling=pending`, and open without it and carrier `handling=unhanded`. */
export const breakOutcome = z.object({ kind: z.enum(KINDS), resolution: z.enum(RESOLUTIONS), carrier: z.enum([...carrier.options, 'none']), pending: z.boolean(), count });
export type BreakOutcomeAnswer = z.infer<typeof breakOutcome>;

const group = z.object({ instances: count, interrupted: count, rate });

/** A segment, or an organisation with all below it, that breaks significantly more or less at a place than all others there. */
export const differingGroup = z.object({ by: z.enum(['organisation', 'segment']), id: z.string(), ...group.shape, others: group, direction: z.enum(['worse', 'better']) });
export type DifferingGroupAnswer = z.infer<typeof differingGroup>;

export const nodeDepth = reading.extend({
  filter: filterAnswer,
  node,
  daily: z.array(placeDay),
  /** Time spent here a visit; absent without visits. */
  dwellMs: quantiles.optional(),
  /** By kind, then resolution, each in its order; they add up to the interruptions. */
  outcomes: z.array(breakOutcome),
  /** Which segments and organisations differ most: significant ones only, of `judged` compared. */
  differences: z.object({ judged: count, withoutAbandonment: z.boolean(), groups: z.array(differingGroup) }),
  flowsIn: z.array(flow),
  flowsOut: z.array(flow),
  handoffsOut: z.array(handoffEdge),
  handoffsIn: z.array(handoffEdge),
  comparison: comparison.optional(),
});
export type NodeDepth = z.infer<typeof nodeDepth>;

export const getNode = endpoint({
  method: 'GET',
  path: '/panorama/nodes/:id',
  summary: 'One place in depth: daily trend, kinds, reasons, resolutions, dwell, neighbours.',
  params: z.object({ id: z.string() }),
  query: z.object({ level: level.optional(), ...filterQuery.shape, ...compareQuery.shape }),
  output: nodeDepth,
});

export const edgeDepth = reading.extend({
  filter: filterAnswer,
  id: z.string(),
  kind: z.enum(['flow', ...carrier.options, 'loss']),
  from: z.string(),
  to: z.string().optional(),
  count,
  instances: count,
  /** Of a handoff or detour: how many of the interruptions continued. */
  succeeded: count.optional(),
  /** Gap of a flow, latency of a handoff or detour; absent when there are none. */
  timeMs: quantiles.optional(),
  /** Of handoffs: within five minutes online, or later. */
  realtime: count.optional(),
  daily: z.array(z.object({ day, mature: z.boolean(), count, succeeded: count.optional() })),
  byKind: counts(KINDS).optional(),
  byResolution: counts(RESOLUTIONS).optional(),
  byReason: z.array(z.object({ reason: reasonId.optional(), count })).optional(),
});
export type EdgeDepth = z.infer<typeof edgeDepth>;

export const getEdge = endpoint({
  method: 'GET',
  path: '/panorama/edges/:id',
  summary: 'One flow, handoff, detour or loss in depth: daily trend, time taken, kinds, reasons, resolutions.',
  params: z.object({ id: z.string() }),
  query: z.object({ level: level.optional(), ...filterQuery.shape }),
  output: edgeDepth,
});
