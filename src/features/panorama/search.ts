import { COMPARE, INSTANCE_SORTS, repeated, ROWS } from '#contract';
import { carrier, day, journeyId, kind, organisationId, reasonId, resolution, segmentId, state, stepId } from '#model';
import { z } from 'zod';

/** What can be drawn on the map: 中断, 接续任务, 整改工单, 接续, 客户自寻, 流转, 流失, 净推荐值, 客户之声. */
export const LAYERS = ['breaks', 'tasks', 'tickets', 'handoffs', 'detours', 'flows', 'losses', 'nps', 'voice'] as const;
export type Layer = (typeof LAYERS)[number];

/** What the map can be narrowed to, several at once: 异常, 未接续, 无工单, 无人认领. */
export const ONLY = ['abnormal', 'unhanded', 'unticketed', 'unclaimed'] as const;
export type Only = (typeof ONLY)[number];

/** How much of all transitions the drawn flows may be asked to make up (%); 97 unless told. */
export const FLOW_SHARES = ['50', '60', '70', '80', '85', '90', '95', '97', '98', '99', '99.5', '99.9', '100'] as const;
export type FlowShare = (typeof FLOW_SHARES)[number];
export const DEFAULT_SHARE: FlowShare = '97';

/** Relative ranges that end at the newest day with data. */
export const PERIODS = ['7d', '30d', '90d', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** A value somebody has mistyped in the address is no value. */
const value = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const schema = z.object({
  /** On the overview: only these journeys. */
  journey: value(repeated(journeyId)),
  period: value(z.enum(PERIODS)),
  /** Both, or neither: an absolute range, instead of `period`. */
  from: value(day),
  to: value(day),
  organisation: value(organisationId),
  segment: value(segmentId),
  /** `weekdays` unless told. */
  compare: value(z.enum([...COMPARE, 'organisation'])),
  compareFrom: value(day),
  compareTo: value(day),
  compareOrganisation: value(organisationId),
  /** What is drawn, if not what the level draws by itself; `none` for nothing. */
  layer: value(repeated(z.enum([...LAYERS, 'none']))),
  /** Places for which not all of these hold step back. */
  only: value(repeated(z.enum(ONLY))),
  flows: value(z.enum(FLOW_SHARES)),
  /** `table`: the table twin; `map`: the map on a phone too, which begins with a list. */
  view: value(z.enum(['table', 'map'])),
  /** `all`: also the places that are otherwise grouped as 其他. */
  nodes: value(z.enum(['all'])),
  /** The position of the playback: a day, or an hour of the clock such as `2026-11-12T14`; absent while the whole period is shown. */
  at: value(z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2})?$/)),
  /** Which of the two tables, if not that of the places. */
  table: value(z.enum(['edges'])),
  /** The column a table is sorted by, if not the one it begins with; `-` is descending. */
  order: value(z.string().regex(/^-?[A-Za-z]+$/)),
  /** A step to be found inside a journey: its place with most journeys is selected instead, once that is known. */
  step: value(stepId),
  /** What is selected on the map. */
  node: value(z.string().min(1)),
  edge: value(z.string().min(1)),
  /** The broken path of a journey that is lit, by its id. */
  path: value(z.string().min(1).max(20_000)),
  /** The list that is open, and what it narrows to beyond filter, node and edge. */
  list: value(z.enum(ROWS)),
  /** A list of this journey alone. */
  of: value(journeyId),
  state: value(state),
  kind: value(kind),
  resolution: value(resolution),
  carrier: value(z.enum([...carrier.options, 'none'])),
  /** Empty: without a reason. */
  reason: value(z.union([reasonId, z.literal('')])),
  handling: value(z.enum(['unhanded', 'pending'])),
  /** A list of this organisation, or segment, alone: within those of the filter. */
  listOrganisation: value(organisationId),
  listSegment: value(segmentId),
  sort: value(z.enum(INSTANCE_SORTS)),
  /** The instance whose story is open. */
  story: value(z.string().min(1)),
});

/** All that the address of the map carries: sent to a colleague, it shows the same. */
export type PanoramaSearch = z.output<typeof schema>;

/** Reads the address of the map; anything in it that is not understood is left out. */
export const panoramaSearch = (search: Record<string, unknown>): PanoramaSearch => schema.parse(search);
