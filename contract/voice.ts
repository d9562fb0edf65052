import { day, BANDS, instanceId, journeyId, KINDS, organisationId, personId, programme, ratingId, segmentId, sentiment, stepId, themeDictionary, themeId, touchpointId } from '#model';
import { z } from 'zod';
import { instant, listOf, reading, repeated, urlInt } from './common';
import { endpoint } from './endpoint';
import { filterAnswer, filterQuery } from './filter';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);

/** Which comments: by the day they were written, not by the day the journey started. Without days: the 90 that end at the newest comment. */
const voiceFilter = {
  programme: programme.optional(),
  ...filterQuery.shape,
  /** Instead of `from`: so many days up to `to`, or up to the newest comment. */
  days: urlInt(1, 1_200).optional(),
  /** Comments about it, or about one of these. */
  touchpoint: repeated(touchpointId).optional(),
  /** Comments whose journey last broke there before they were written. */
  step: stepId.optional(),
  /** How the journey last broke before the comment was written; `any`: it did, `none`: it did not. */
  kind: z.enum([...KINDS, 'any', 'none']).optional(),
  band: z.enum(BANDS).optional(),
  /** 0 to 10. */
  score: urlInt(0, 10).optional(),
  sentiment: sentiment.optional(),
  /** Words that must all be in it, in any order; what stands in quotation marks is one phrase. Substrings count, whether large or small letters. */
  q: z.string().max(200).optional(),
};
/** `none`: comments of no theme. */
const themeOrNone = z.union([z.literal('none'), themeId]);

const voiceFilterAnswer = filterAnswer.extend({ programme: programme.optional() });

/** 评论: what a customer wrote beside a rating, masked; and what was read from it. */
export const voiceComment = z.object({
  id: ratingId,
  /** The version of its themes, for a correction. */
  version: count,
  at: instant,
  journey: journeyId,
  touchpoint: touchpointId.optional(),
  organisation: organisationId.optional(),
  segment: segmentId.optional(),
  programme,
  score: z.int().min(0).max(10),
  text: z.string(),
  /** The first is what it is most about. */
  themes: z.array(themeId),
  sentiment,
  /** Who set its themes by hand, and when: no dictionary changes them. */
  corrected: z.object({ by: personId, at: instant }).optional(),
  /** The instance, where it is known and stored. */
  instance: instanceId.optional(),
  /** Where and how its journey last broke before the comment was written. */
  broke: z.object({ step: stepId, touchpoint: touchpointId, kind: z.enum(KINDS) }).optional(),
});
export type VoiceComment = z.infer<typeof voiceComment>;

const facet = <Id extends z.ZodType>(id: Id) => z.array(z.object({ id, count }));

export const voiceAnswer = listOf(voiceComment).extend({
  filter: voiceFilterAnswer,
  /** Comments that came and are not read yet. */
  unread: count,
});
export type VoiceAnswer = z.infer<typeof voiceAnswer>;

export const voiceQuery = z.object({
  ...voiceFilter,
  theme: themeOrNone.optional(),
  sort: z.enum(['-at', 'at', 'score', '-score']).optional(),
  limit: urlInt(1, 200).optional(),
  cursor: z.string().optional(),
});
export type VoiceQuery = z.input<typeof voiceQuery>;

export const getVoice = endpoint({ method: 'GET', path: '/voice', summary: 'Comments, newest first, with what they are about.', query: voiceQuery, output: voiceAnswer });

export const voiceFacetsAnswer = reading.extend({
  filter: voiceFilterAnswer,
  sentiments: facet(sentiment),
  bands: facet(z.enum(BANDS)),
  journeys: facet(journeyId),
  /** Where journeys broke last before the comment; at most 50. Comments of journeys that did not break, or are not known, are in none. */
  places: z.array(z.object({ journey: journeyId, step: stepId, touchpoint: touchpointId, count })),
  kinds: facet(z.enum([...KINDS, 'none'])),
});
export type VoiceFacetsAnswer = z.infer<typeof voiceFacetsAnswer>;

export const voiceFacetsQuery = z.object({ ...voiceFilter, theme: themeOrNone.optional() });
export type VoiceFacetsQuery = z.input<typeof voiceFacetsQuery>;

export const getVoiceFacets = endpoint({ method: 'GET', path: '/voice/facets', summary: 'How many of the comments are of each kind, most first.', query: voiceFacetsQuery, output: voiceFacetsAnswer });

/** A theme in the period and in the one of equal length before it. */
export const voiceTheme = z.object({
  /** Absent: comments of no theme. */
  theme: themeId.optional(),
  count,
  share,
  low: share,
  high: share,
  negative: count,
  before: z.object({ count, share }).optional(),
  /**
   * Against the period before, by a two-proportion test corrected for overdispersion, after Benjamini–Hochberg at 5 % over all themes. `new`:
   * a significant rise of a theme that had fewer than 5 comments before.
   */
  change: z.enum(['new', 'rising', 'falling', 'none']).optional(),
  p: share.optional(),
  /** Of each of `periods`, in their order. */
  counts: z.array(count),
  /** Three of its comments in the period: the newest that have it as their first theme and speak ill, else the newest. */
  quotes: z.array(voiceComment),
});
export type VoiceTheme = z.infer<typeof voiceTheme>;

/** How well comments are read, on those whose theme somebody knows: of the demo the templates they were made from, else those corrected by hand. */
export const voiceAccuracy = z.object({
  source: z.enum(['demo', 'corrected']),
  n: count,
  /** The first theme is the known one. */
  first: count,
  /** It is among the themes. */
  among: count,
  /** Of them, comments in words that nobody looked at when the dictionary was written. */
  heldOut: z.object({ n: count, first: count, among: count }).optional(),
});
export type VoiceAccuracy = z.infer<typeof voiceAccuracy>;

export const voiceThemesAnswer = reading.extend({
  filter: voiceFilterAnswer,
  /** The period before, of equal length; absent where there are no comments in it. */
  before: z.object({ from: day, to: day, total: count }).optional(),
  total: count,
  /** Weeks that end with the filter, or months where it is longer than half a year. */
  periods: z.array(z.object({ from: day, to: day, total: count })),
  /** New and rising ones first, then by count. */
  themes: z.array(voiceTheme),
  accuracy: voiceAccuracy.optional(),
  unread: count,
});
export type VoiceThemesAnswer = z.infer<typeof voiceThemesAnswer>;

export const voiceThemesQuery = z.object(voiceFilter);
export type VoiceThemesQuery = z.input<typeof voiceThemesQuery>;

export const getVoiceThemes = endpoint({ method: 'GET', path: '/voice/themes', summary: 'Themes with their trend, which of them are new or rising, and quotes.', query: voiceThemesQuery, output: voiceThemesAnswer });

export const voiceCommentAnswer = reading.extend({
  comment: voiceComment,
  /** Its words that no theme has yet: what it may teach the dictionary. */
  words: z.array(z.string()),
});
export type VoiceCommentAnswer = z.infer<typeof voiceCommentAnswer>;

export const getVoiceComment = endpoint({ method: 'GET', path: '/voice/comments/:id', summary: 'One comment, and its words that no theme has yet.', params: z.object({ id: ratingId }), output: voiceCommentAnswer });

export const patchVoiceComment = endpoint({
  method: 'PATCH',
  path: '/voice/comments/:id',
  summary: 'Corrects the themes of a comment by hand, for good; with `null`, gives it back to the dictionary.',
  params: z.object({ id: ratingId }),
  body: z.object({ themes: z.array(themeId).max(3).nullable() }),
  output: voiceCommentAnswer,
  errors: ['version-required', 'version-stale'],
});

export const dictionaryAnswer = reading.extend({
  /** 0 before anybody changed the one that is shipped. */
  version: count,
  dictionary: themeDictionary,
  /** Comments being read again after a change. */
  rereading: z.object({ done: count, total: count }).optional(),
});
export type DictionaryAnswer = z.infer<typeof dictionaryAnswer>;

export const getDictionary = endpoint({ method: 'GET', path: '/voice/dictionary', summary: '主题词典: the words that comments are sorted by.', output: dictionaryAnswer });
export const putDictionary = endpoint({
  method: 'PUT',
  path: '/voice/dictionary',
  summary: 'Replaces the dictionary, and reads all comments again by it but those corrected by hand. With If-Match, only if the version is still that one.',
  body: z.object({ dictionary: themeDictionary }),
  output: dictionaryAnswer,
  errors: ['version-stale', 'forbidden'],
});
