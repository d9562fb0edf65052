import { organisationId, programme } from '#model';
import { z } from 'zod';

/** A value somebody has mistyped in the address is no value. */
const value = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const schema = z.object({
  /** A month or a quarter, such as `2026-10` or `2026-Q3`; the newest month unless told, which the page then writes here. */
  period: value(z.string().regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/)),
  programme: value(programme),
  organisation: value(organisationId),
});

/** All that the address of a brief carries: for a past period it is the same brief whenever it is opened. */
export type BriefSearch = z.output<typeof schema>;

/** Reads the address; anything in it that is not understood is left out. */
export const briefSearch = (search: Record<string, unknown>): BriefSearch => schema.parse(search);
