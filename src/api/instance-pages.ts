import { getInstances, type InstanceRow, type SelectionQuery } from '#contract';
import { call } from './client';
import type { InstanceSort } from './questions';

/** The API answers no more at once. */
const AT_ONCE = '500';

/** Every row of the list behind a number, page by page, with how many there are in all; kept by nobody. @throws ApiError */
export async function* instancePages(selection: SelectionQuery & { sort?: InstanceSort }, signal: AbortSignal): AsyncGenerator<{ rows: InstanceRow[]; total: number }> {
  let cursor: string | undefined;
  do {
    const page = await call(getInstances, { query: { ...selection, limit: AT_ONCE, ...(cursor !== undefined && { cursor }) }, signal });
    yield { rows: page.items, total: page.total };
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
