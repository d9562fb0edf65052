import { compareQuery, filterQuery } from '#contract';
import { z } from 'zod';

/** What the map's address carries. */
export const panoramaSearch = z.object({ ...filterQuery.shape, ...compareQuery.shape, node: z.string().optional(), edge: z.string().optional() });
