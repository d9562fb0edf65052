import type { Band, CommentReading, Day, Filter, InstanceId, Instant, JourneyId, Kind, LocusDay, OrganisationId, PersonId, PlaceVoice, Programme, RatingId, SegmentId, Sentiment, StepId, ThemeDay, ThemeId, TouchpointId } from '#model';
import type { Access } from './access';
import type { MapQuestion, Progress } from './event-store';

/**
 * Comments with what was read from them. They come with ratings, masked and unread; `read` reads them by a dictionary. Only what is read is
 * in an answer.
 */
export interface VoiceStore {
  /** Moves on with every change of what reads answer. */
  readonly revision: string;
  /** How many comments are not read yet. */
  unread(access: Access): Promise<number>;
  /** Reads those that are not read yet. Resolves once what was read is durable. */
  read(access: Access, reader: CommentReader): Promise<{ read: number }>;
  /** Reads all again, but for those corrected by hand. Answers change a few at a time. */
  readAgain(access: Access, reader: CommentReader, onProgress?: (progress: Progress) => void): Promise<void>;

  /** The day of the newest comment that was read. */
  lastDay(access: Access): Promise<Day | undefined>;
  comments(access: Access, question: VoiceQuestion, page: { sort: VoiceSort; offset: number; limit: number }): Promise<{ total: number; items: StoredComment[] }>;
  facets(access: Access, question: VoiceQuestion): Promise<VoiceFacets>;
  /** Per day that has any: all comments, and those of each theme. The filter's own theme does not count. */
  days(access: Access, question: VoiceQuestion): Promise<ThemeDay[]>;
  comment(access: Access, id: RatingId): Promise<StoredComment | undefined>;
  /** Sets the themes by hand, or with `read` gives the comment back to the dictionary; only if `expected` is its version. Absent: there is no such comment. */
  correct(access: Access, id: RatingId, expected: number, next: { themes: ThemeId[]; by: PersonId; at: Instant } | { read: CommentReading }): Promise<{ kind: 'stored' | 'stale'; comment: StoredComment } | undefined>;
  /** Comments corrected by hand, newest first: what the dictionary is measured on where nobody knows better. */
  corrected(access: Access, limit: number): Promise<StoredComment[]>;
  /** What those of a map's filter said who visited a place, by the node's id; of ratings that name their instance. */
  places(access: Access, question: MapQuestion): Promise<Map<string, PlaceVoice>>;
  /** Day by day, comments about a journey (and touchpoint), and those of them with the theme: what a ticket about a theme is measured by. */
  themeDays(access: Access, question: ThemeDaysQuestion): Promise<LocusDay[]>;
}

export type CommentReader = (text: string, score: number) => CommentReading;
export type VoiceSort = '-at' | 'at' | 'score' | '-score';

/** Which comments. Days are those they were written on. */
export interface VoiceQuestion {
  filter: Filter;
  programme?: Programme | undefined;
  touchpoints?: readonly TouchpointId[] | undefined;
  step?: StepId | undefined;
  kind?: Kind | 'any' | 'none' | undefined;
  band?: Band | undefined;
  score?: number | undefined;
  sentiment?: Sentiment | undefined;
  theme?: ThemeId | 'none' | undefined;
  /** Each must be in the text; in small letters. */
  phrases?: readonly string[] | undefined;
}

export interface StoredComment extends CommentReading {
  id: RatingId;
  version: number;
  at: Instant;
  day: Day;
  journey: JourneyId;
  touchpoint?: TouchpointId | undefined;
  organisation?: OrganisationId | undefined;
  segment?: SegmentId | undefined;
  programme: Programme;
  score: number;
  text: string;
  corrected?: { by: PersonId; at: Instant } | undefined;
  /** Of an instance that is stored. */
  instance?: InstanceId | undefined;
  broke?: { step: StepId; touchpoint: TouchpointId; kind: Kind } | undefined;
}

export interface VoiceFacets {
  sentiments: { id: Sentiment; count: number }[];
  bands: { id: Band; count: number }[];
  journeys: { id: JourneyId; count: number }[];
  places: { journey: JourneyId; step: StepId; touchpoint: TouchpointId; count: number }[];
  kinds: { id: Kind | 'none'; count: number }[];
}

export interface ThemeDaysQuestion {
  journey: JourneyId;
  /** Absent: any, and comments that name none. */
  touchpoints?: readonly TouchpointId[] | undefined;
  theme: ThemeId;
  /** Days comments were written on, both included. */
  from: Day;
  to: Day;
}
