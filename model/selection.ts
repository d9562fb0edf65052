import { z } from 'zod';
import type { BrokenPath } from './broken-path';
import { journeyId, organisationId, type ReasonId, segmentId } from './ids';
import { CARRIERS, KINDS, RESOLUTIONS } from './interruption';
import type { EdgeKey, Level } from './panorama-counts';
import { STATES } from './state';
import type { Instant } from './time';

/** Selects *instances by the day they started*, never single events, so the balance always holds. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is YYYY-MM-DD');
export const filter = z.object({
  /** Empty or absent: all. */
  journeys: z.array(journeyId).optional(),
  /** First and last start day, both included. */
  from: day,
  to: day,
  /** This organisation and all below it. */
  organisation: organisationId.optional(),
  segment: segmentId.optional(),
});
export type Filter = z.infer<typeof filter>;

/** What a selection may ask beside filter, place and reason; all optional. */
export const conditions = z.object({
  /** Only with a node: what it is to the row; absent: visited, broken at. */
  role: z.enum(['start', 'end', 'carrier']).optional(),
  /** `complete`: any of the completed states. */
  state: z.enum([...STATES, 'complete']).optional(),
  /** `any`: interrupted at all; `withoutAbandonment`: any kind but that. */
  kind: z.enum([...KINDS, 'any', 'withoutAbandonment']).optional(),
  /** `continued`: self, handoff or detour. */
  resolution: z.enum([...RESOLUTIONS, 'continued']).optional(),
  /** `none`: without a carrier event. */
  carrier: z.enum([...CARRIERS, 'none']).optional(),
  handling: z.enum(['unhanded', 'pending']).optional(),
});

/**
 * The one shape that the URL, the map, the list behind a number, exports and bulk actions share: which rows of which instances.
 *
 * **Place.** At most one of `node` and `edge`, ids of `level`.
 * - An interruption is at a node when it broke there (with `role: 'carrier'`: when its carrier event is there); at a handoff or detour
 *   edge when it broke at `from` and has a carrier of that kind at `to`; at a loss edge when it broke at `from` and is `lost`. A flow
 *   has no interruptions of its own: beside one, the conditions ask about those that broke at `from`.
 * - A visit is at a node when it is to it (with `role: 'start'`: and is the instance's first visit; `'end'`: its last); at a flow edge
 *   when it is to `from` and the very next visit is to `to`; at any other edge when it is to `from`. Visits are those of `level`.
 *
 * **Instances.** Selected are those in the filter that
 * 1. are in `state`, and started at or after `startedFrom` and before `startedBefore`;
 * 2. have an interruption at the place for which `kind`, `resolution`, `carrier`, `reason`, `handling` and `path` all hold, it alone: where any of
 *    the six is given, or the place is a handoff, detour or loss edge, or `role` is `carrier`;
 * 3. have a visit at the place: where it is a node (but not with `role: 'carrier'`) or a flow edge.
 *
 * **Rows.** Of the selected instances: each once (`instances`); every interruption that satisfies 2 (`interruptions`); every visit at the
 * place (`visits`; at a flow edge, its transitions).
 *
 * | number | rows | beside the filter |
 * |---|---|---|
 * | balance | instances | `state` |
 * | node: instances, visits, starts, ends | instances, visits, instances, instances | `node`, with `role` start, end |
 * | node: interrupted, without abandonment | instances | `node`, `kind: 'any'`, `kind: 'withoutAbandonment'` |
 * | node: by kind, resolution, reason; unhanded, pending, with handoff | interruptions | `node` and the condition |
 * | node: carriers received, succeeded | interruptions | `node`, `role: 'carrier'`, and `resolution: 'continued'` |
 * | flow: count, instances | visits, instances | `edge` |
 * | handoff or detour: count, succeeded; loss: count | interruptions | `edge`, and `resolution: 'continued'` |
 * | broken path: count, lost; instances | interruptions; instances | `path`, and `resolution: 'lost'` |
 * | a frame of an hour: any of these | as above | and `startedFrom`, `startedBefore` |
 */
export interface Selection extends z.infer<typeof conditions> {
  filter: Filter;
  level: Level;
  node?: string | undefined;
  edge?: EdgeKey | undefined;
  /** Of interruptions: the path that led to them, at `level`. */
  path?: BrokenPath | undefined;
  /** `null`: without a reason. */
  reason?: ReasonId | null | undefined;
  /** Started at or after; so a frame of an hour has its list. */
  startedFrom?: Instant | undefined;
  /** Started before. */
  startedBefore?: Instant | undefined;
  rows: 'instances' | 'interruptions' | 'visits';
}
