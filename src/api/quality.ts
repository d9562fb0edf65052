import { getQuality } from '#contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client';

/** So often (ms): rejected rows are told by no change of the data, and looking through every event is no question for each of them. */
const PACE = 30_000;

/** 数据质量 of the events that came through the API. */
export const qualityQuery = () => queryOptions({ queryKey: ['quality'], queryFn: ({ signal }) => call(getQuality, { signal }), staleTime: PACE, refetchInterval: PACE });
