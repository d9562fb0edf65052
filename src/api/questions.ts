import {
  getCatalogue,
  getDepartments,
  getEdge,
  getFrames,
  getInstance,
  getInstances,
  getMe,
  getNode,
  getPanorama,
  getPeople,
  getStatus,
  getVariants,
  getWhatIf,
  type CompareQuery,
  type FilterQuery,
  type INSTANCE_SORTS,
  type Level,
  type PanoramaQuery,
  type SelectionQuery,
} from '#contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { changesWith } from './changes-with';
import { call } from './client';

const withRevision = changesWith('revision');
const withMarks = changesWith('revision', 'marks');

/** 旅程、触点、机构、客群、原因. */
export const catalogueQuery = () =>
  queryOptions({ queryKey: ['catalogue'], queryFn: ({ signal }) => call(getCatalogue, { signal }), meta: withRevision, staleTime: 300_000 });

/** Who acts. */
export const meQuery = () => queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => call(getMe, { signal }), staleTime: 300_000 });

/** Everybody who can act or own. */
export const peopleQuery = () =>
  queryOptions({ queryKey: ['people'], queryFn: ({ signal }) => call(getPeople, { signal }), staleTime: 300_000 });

export const departmentsQuery = () =>
  queryOptions({ queryKey: ['departments'], queryFn: ({ signal }) => call(getDepartments, { signal }), staleTime: 300_000 });

/** What data there is, and from when. */
export const statusQuery = () =>
  queryOptions({ queryKey: ['status'], queryFn: ({ signal }) => call(getStatus, { signal }), meta: withRevision });

/** The map of one level; while another filter is being asked, the answer before stays on screen. */
export const panoramaQuery = (query: PanoramaQuery) =>
  queryOptions({
    queryKey: ['panorama', query],
    queryFn: ({ signal }) => call(getPanorama, { query, signal }),
    placeholderData: keepPreviousData,
    meta: withMarks,
  });

/** One place in depth. `id` is a node's id, such as `loan~app`. */
export const nodeQuery = (id: string, query: { level?: Level } & FilterQuery & CompareQuery) =>
  queryOptions({ queryKey: ['node', id, query], queryFn: ({ signal }) => call(getNode, { params: { id }, query, signal }), meta: withMarks });

/** One flow, handoff, detour or loss in depth. `id` is an edge's id, such as `flow:loan~app:loan~web`. */
export const edgeQuery = (id: string, query: { level?: Level } & FilterQuery) =>
  queryOptions({ queryKey: ['edge', id, query], queryFn: ({ signal }) => call(getEdge, { params: { id }, query, signal }), meta: withRevision });

/** Playback: the map day by day, or hour by hour. */
export const framesQuery = (query: { level?: Level; by?: 'day' | 'hour' } & FilterQuery) =>
  queryOptions({
    queryKey: ['frames', query],
    queryFn: ({ signal }) => call(getFrames, { query, signal }),
    placeholderData: keepPreviousData,
    meta: withRevision,
  });

/** The broken paths of a journey, those that lose most customers first. */
export const variantsQuery = (query: { level?: Level } & FilterQuery, limit = 20) =>
  queryOptions({
    queryKey: ['variants', query, limit],
    queryFn: ({ signal }) => call(getVariants, { query: { ...query, limit: String(limit) }, signal }),
    placeholderData: keepPreviousData,
    meta: withRevision,
  });

/** Completions gained if the losses at a place of one journey were halved, for every place. */
export const whatIfQuery = (query: FilterQuery) =>
  queryOptions({
    queryKey: ['what-if', query],
    queryFn: ({ signal }) => call(getWhatIf, { query, signal }),
    placeholderData: keepPreviousData,
    meta: withRevision,
  });

export type InstanceSort = (typeof INSTANCE_SORTS)[number];

/** The list behind a number, page by page. */
export const instancesQuery = (selection: SelectionQuery & { sort?: InstanceSort }, pageSize = 50) =>
  infiniteQueryOptions({
    queryKey: ['instances', selection, pageSize],
    queryFn: ({ pageParam, signal }) =>
      call(getInstances, { query: { ...selection, limit: String(pageSize), ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    meta: withRevision,
  });

/** One customer's journey as it happened. */
export const storyQuery = (id: string) =>
  queryOptions({ queryKey: ['story', id], queryFn: ({ signal }) => call(getInstance, { params: { id }, signal }), meta: withRevision });
