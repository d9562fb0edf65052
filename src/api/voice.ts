import { type DictionaryAnswer, getDictionary, getVoice, getVoiceComment, getVoiceFacets, getVoiceThemes, patchVoiceComment, putDictionary, type VoiceAnswer, type VoiceCommentAnswer, type VoiceFacetsQuery, type VoiceQuery, type VoiceThemesQuery } from '#contract';
import type { RatingId, ThemeDictionary, ThemeId } from '#model';
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { changesWith } from './changes-with';
import { call } from './client';

const meta = changesWith('revision');

export type CommentsQuestion = Omit<VoiceQuery, 'cursor' | 'limit'>;

/** 主题: trends, which are new or rising, quotes; asked again while comments wait to be read. */
export const voiceThemesQuery = (query: VoiceThemesQuery) =>
  queryOptions({ queryKey: ['voice', 'themes', query], queryFn: ({ signal }) => call(getVoiceThemes, { query, signal }), placeholderData: keepPreviousData, meta, refetchInterval: ({ state }) => (state.data && state.data.unread > 0 ? 2_000 : false) });

/** How many of the comments are of each kind. */
export const voiceFacetsQuery = (query: VoiceFacetsQuery) =>
  queryOptions({ queryKey: ['voice', 'facets', query], queryFn: ({ signal }) => call(getVoiceFacets, { query, signal }), placeholderData: keepPreviousData, meta });

/** 评论, page by page. */
export const voiceCommentsQuery = (query: CommentsQuestion, pageSize = 30) =>
  infiniteQueryOptions({
    queryKey: ['voice', 'comments', query, pageSize],
    queryFn: ({ pageParam, signal }) => call(getVoice, { query: { ...query, limit: String(pageSize), ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    meta,
  });

/** Every comment of a question, page by page; kept by nobody. @throws ApiError */
export async function* commentPages(query: CommentsQuestion, signal: AbortSignal): AsyncGenerator<VoiceAnswer> {
  let cursor: string | undefined;
  do {
    const page = await call(getVoice, { query: { ...query, limit: '200', ...(cursor !== undefined && { cursor }) }, signal });
    yield page;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

/** One comment with the words that the dictionary does not know. */
export const commentQuery = (id: RatingId) => queryOptions({ queryKey: ['voice', 'comment', id], queryFn: ({ signal }) => call(getVoiceComment, { params: { id }, signal }), meta });

/** `null` gives it back to the dictionary. @throws ApiError `version-stale` with the comment as it is */
export const correctComment = (id: RatingId, version: number, themes: ThemeId[] | null): Promise<VoiceCommentAnswer> => call(patchVoiceComment, { params: { id }, body: { themes }, version });

/** 主题词典; asked again while comments are being read by it. */
export const dictionaryQuery = () =>
  queryOptions({ queryKey: ['voice', 'dictionary'], queryFn: ({ signal }) => call(getDictionary, { signal }), meta, refetchInterval: ({ state }) => (state.data?.rereading ? 1_000 : false) });

/** @throws ApiError `version-stale` with the dictionary as it is; `forbidden` */
export const saveDictionary = (dictionary: ThemeDictionary, version: number): Promise<DictionaryAnswer> => call(putDictionary, { body: { dictionary }, version });

/** Asks again for everything about comments. */
export const voiceChanged = (queries: QueryClient): void => void queries.invalidateQueries({ queryKey: ['voice'] });
