import type { Day, ExperienceCounts, Invitation, InvitedCount, NpsUnit, Programme, Rating, RatingCount, RatingFilter, RatingGroup } from '#model';
import type { Access } from './access';

/**
 * Durable ratings and invitations. They lie where the events lie, so that a rating finds its instance; what is counted of them is counted
 * when it is asked.
 */
export interface RatingStore {
  /** Moves on with every change of what reads answer, beside what becomes of instances. */
  readonly revision: string;

  /** Resolves once the accepted ones are durable. Comments come masked. `source`: the import they came with, for `remove`. */
  append(access: Access, ratings: readonly Rating[], source?: string): Promise<RatingsResult>;
  /** Likewise. */
  invite(access: Access, invitations: readonly Invitation[], source?: string): Promise<RatingsResult>;
  /** Takes out the ratings, with their comments, and the invitations that were appended as of this source: as if they had never come. */
  remove(access: Access, source: string): Promise<{ removed: number }>;

  /** Of everything, or of one programme. */
  extent(access: Access, programme?: Programme): Promise<RatingsExtent>;
  /** Ratings by period and journey, and by `group` where it is asked for; in no order. */
  counts(access: Access, question: RatingQuestion): Promise<RatingCount[]>;
  /** By period and journey; what a filter asks beside journeys and days, invitations do not know. */
  invited(access: Access, question: Pick<RatingQuestion, 'unit' | 'filter'>): Promise<InvitedCount[]>;
  /** Ratings by how the instance that they name stands as of the last detection. */
  experience(access: Access, filter: RatingFilter): Promise<ExperienceCounts>;
}

export interface RatingQuestion {
  unit: NpsUnit;
  filter: RatingFilter;
  group?: RatingGroup | undefined;
}

/** Why a row was not kept. `index` is its place in the batch. A rejected row reserves nothing. */
export interface RatingRejection {
  index: number;
  field: 'journey' | 'touchpoint';
  reason: 'unknown-journey' | 'unknown-touchpoint';
}

export interface RatingsResult {
  accepted: number;
  duplicates: number;
  rejected: RatingRejection[];
}

/** Days are those they were given on. */
export interface RatingsExtent {
  ratings: number;
  firstDay?: Day | undefined;
  lastDay?: Day | undefined;
}

