import { getNps, getNpsDrivers, type NpsDriversQuery, type NpsQuery } from '#contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { changesWith } from './changes-with';
import { call } from './client';

// A ticket that is closed stands on the trend.
const meta = changesWith('revision', 'ticket');

/** 净推荐值 over time, by journey or another group, with its comparisons and the tickets that were closed. */
export const npsQuery = (query: NpsQuery) => queryOptions({ queryKey: ['nps', query], queryFn: ({ signal }) => call(getNps, { query, signal }), placeholderData: keepPreviousData, meta });

/** What moved it: contributions, NPS by experience, correlations. */
export const npsDriversQuery = (query: NpsDriversQuery) =>
  queryOptions({ queryKey: ['nps-drivers', query], queryFn: ({ signal }) => call(getNpsDrivers, { query, signal }), placeholderData: keepPreviousData, meta });
