import { z } from 'zod';
import { journeyId, organisationId, type ReasonId, segmentId } from './ids';
import type { Carrier, Kind, Resolution } from './interruption';
import type { EdgeKey, Level } from './panorama-counts';
import type { State } from './state';

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

/**
 * The one shape that the URL, the map, the list behind a number, exports and bulk actions share.
 *
 * `rows` says what is listed: instances, interruptions or visits (at a flow edge: its transitions). All of `kind`, `resolution`,
 * `carrier`, `reason`, `handling` hold for one and the same interruption, and with a node or a handoff, detour or loss edge, that
 * interruption is there. With a node and none of them, instances are those that visited it.
 */
export interface Selection {
  filter: Filter;
  /** Which level `node` and `edge` are of. */
  level: Level;
  node?: string | undefined;
  edge?: EdgeKey | undefined;
  state?: State | undefined;
  kind?: Kind | undefined;
  resolution?: Resolution | undefined;
  carrier?: Carrier | 'none' | undefined;
  reason?: ReasonId | undefined;
  handling?: 'unhanded' | 'pending' | undefined;
  rows: 'instances' | 'interruptions' | 'visits';
}
