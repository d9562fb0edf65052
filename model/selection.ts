import { z } from 'zod';
import { journeyId, organisationId, segmentId } from './ids';

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
