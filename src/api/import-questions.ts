import { ENDED_IMPORTS, getImport, getImports, type ImportJob } from '#contract';
import { queryOptions } from '@tanstack/react-query';
import { changesWith } from './changes-with';
import { call } from './client';

// Apart from the other questions: every page loads those, and what a file is mapped by only 数据接入 needs.
const withImport = changesWith('import');

const isUnderWay = (job: ImportJob): boolean => !ENDED_IMPORTS.includes(job.state);

/** All imports, newest first. */
export const importsQuery = () =>
  queryOptions({
    queryKey: ['imports'],
    queryFn: ({ signal }) => call(getImports, { query: { limit: '100' }, signal }),
    meta: withImport,
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? 2_000 : false),
  });

/** Progress and result of one import; asked again while it is under way, in case live updates do not come through. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => call(getImport, { params: { id }, signal }),
    meta: withImport,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.job) ? 1_000 : false),
  });
