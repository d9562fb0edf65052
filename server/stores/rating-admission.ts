import type { CatalogueRules, Invitation, InvitationId, Rating, RatingId } from '#model';
import type { RatingRejection, RatingsResult } from '../ports';

/** What the rows of a batch are judged by: known already, or naming what the catalogue does not know. */
export interface RatingRules {
  has(id: RatingId | InvitationId): boolean;
  rules: Pick<CatalogueRules, 'journeys' | 'touchpoints'>;
}

/**
 * Decides, in order of arrival, which rows are stored: the first of an id wins, and a rejected row reserves nothing. A rating of an instance
 * that is not stored, or not of its journey, is kept: it is linked when that comes true.
 *
 * @returns the answer for the caller, and the rows to store
 */
export function admitRatings<Row extends Rating | Invitation>(rows: readonly Row[], { has, rules }: RatingRules): { result: RatingsResult; rows: Row[] } {
  const seen = new Set<RatingId | InvitationId>();
  const accepted: Row[] = [];
  const rejected: RatingRejection[] = [];
  let duplicates = 0;
  rows.forEach((row, index) => {
    if (seen.has(row.id) || has(row.id)) {
      duplicates++;
      return;
    }
    if (!rules.journeys.has(row.journey)) {
      rejected.push({ index, field: 'journey', reason: 'unknown-journey' });
      return;
    }
    if ('touchpoint' in row && row.touchpoint !== undefined && !rules.touchpoints.has(row.touchpoint)) {
      rejected.push({ index, field: 'touchpoint', reason: 'unknown-touchpoint' });
      return;
    }
    seen.add(row.id);
    accepted.push(row);
  });
  return { result: { accepted: accepted.length, duplicates, rejected }, rows: accepted };
}
