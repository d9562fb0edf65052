import type { CommentsQuestion } from '#api';
import { DEFAULT_PERIOD, type VoiceSearch, voiceSearch } from './search';

/** What is asked about all themes: everything but the theme in front and what orders the list. */
export function themesAsked(search: VoiceSearch): Omit<CommentsQuestion, 'theme' | 'sort'> {
  // The router hands on names that others have put into an address; the API takes none that it does not know.
  const { period, from, to, theme: _theme, sort: _sort, sheet: _sheet, ...filter } = voiceSearch(search);
  const days = from !== undefined && to !== undefined && from <= to ? { from, to } : { days: (period ?? DEFAULT_PERIOD).replace('d', '') };
  return { ...filter, ...days };
}

/** What is asked about the comments of the theme in front. */
export const commentsAsked = (search: VoiceSearch): CommentsQuestion => ({ ...themesAsked(search), ...(search.theme && { theme: search.theme }), ...(search.sort && { sort: search.sort }) });

/** What a saved view keeps: all but what is set up over the page. */
export const worthSaving = (search: VoiceSearch): VoiceSearch => ({ ...search, sheet: undefined });

/** Whether it is narrowed to anything beyond the days and the theme. */
export function isNarrowed(search: VoiceSearch): boolean {
  const { period: _period, from: _from, to: _to, theme: _theme, sort: _sort, sheet: _sheet, ...filter } = voiceSearch(search);
  return Object.values(filter).some((one) => one !== undefined);
}

/** The same days and theme, of all comments. */
export const withoutFilter = ({ period, from, to, theme, sort }: VoiceSearch): VoiceSearch => ({ period, from, to, theme, sort });
