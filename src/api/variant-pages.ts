import { type FilterQuery, getVariants, type VariantAnswer } from '#contract';
import type { Level } from '#model';
import { call } from './client';

/** The API answers no more at once. */
const AT_ONCE = '200';

/** Every broken path of a filter, page by page, with how many there are in all; kept by nobody. @throws ApiError */
export async function* variantPages(query: { level?: Level } & FilterQuery, signal: AbortSignal): AsyncGenerator<{ rows: VariantAnswer[]; total: number }> {
  let cursor: string | undefined;
  do {
    const page = await call(getVariants, { query: { ...query, limit: AT_ONCE, ...(cursor !== undefined && { cursor }) }, signal });
    yield { rows: page.items, total: page.total };
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
