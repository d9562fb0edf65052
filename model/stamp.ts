import { z } from 'zod';
import type { Instant } from './time';

/**
 * A point in time as desk documents (tasks, tickets, audit) carry it: ISO 8601 in UTC with milliseconds, so that stamps compare as text.
 *
 * @example '2026-11-26T05:36:02.000Z'
 */
export const stamp = z.iso.datetime({ precision: 3 });
export type Stamp = z.infer<typeof stamp>;

export const stampOf = (instant: Instant): Stamp => new Date(instant).toISOString();
export const instantOf = (at: Stamp): Instant => Date.parse(at);
