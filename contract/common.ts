import { z } from 'zod';

/** ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true });

/** What every read says about itself. */
export const reading = z.object({
  /** The moment the answer is true for. */
  asOf: instant,
  /** Moves on with every change of the data; also the ETag. */
  revision: z.string(),
  /** The IANA zone that days are counted in. */
  zone: z.string(),
});
export type Reading = z.infer<typeof reading>;

/** A page of a list. `total` counts all rows of the list, not of the page. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  reading.extend({ items: z.array(item), total: z.int().nonnegative(), nextCursor: z.string().optional() });

/** A query value that may be repeated: always read as an array. */
export const repeated = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z.union([item.transform((one) => [one]), z.array(item)]);

/** A whole number in a URL. */
export const urlInt = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max));
