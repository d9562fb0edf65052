import { z } from 'zod';

/** What the page's address carries: the import in front. */
export const dataSearch = z.object({ import: z.string().optional().catch(undefined) });
