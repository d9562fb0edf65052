import type { Organisation } from '../catalogue';
import { organisationSubtree } from '../filter';
import type { JourneyId, TouchpointId } from '../ids';
import type { Invitation, Programme, Rating } from '../rating';
import type { Filter } from '../selection';
import type { Day } from '../time';
import { addScore, noRatings, type NpsCounts } from './nps';
import { type NpsUnit, type PeriodNumber, periodNumber } from './nps-periods';

/** Which ratings: of one programme, by the day they were given. */
export interface RatingFilter extends Filter {
  programme: Programme;
  /** Empty or absent: all. */
  touchpoints?: readonly TouchpointId[] | undefined;
}

/** What ratings are told apart by, beside their journey. */
export type RatingGroup = 'touchpoint' | 'organisation' | 'segment';

/** The ratings of one journey in one period. */
export interface RatingCount extends NpsCounts {
  period: PeriodNumber;
  journey: JourneyId;
  /** The id that `group` asks for; empty where the rating names none, and where nothing is asked for. */
  key: string;
}

/** A rating with its day in the configured zone. */
export type DatedRating = Rating & { day: Day };

/** Whether a filter selects a rating; made once per question. */
export function ratingTest({ programme, journeys, from, to, organisation, segment, touchpoints }: RatingFilter, organisations: readonly Organisation[]): (rating: DatedRating) => boolean {
  const subtree = organisation === undefined ? undefined : organisationSubtree(organisations, organisation);
  return (one) =>
    one.programme === programme &&
    one.day >= from &&
    one.day <= to &&
    (!journeys?.length || journeys.includes(one.journey)) &&
    (!touchpoints?.length || (one.touchpoint !== undefined && touchpoints.includes(one.touchpoint))) &&
    (!subtree || (one.organisation !== undefined && subtree.has(one.organisation))) &&
    (segment === undefined || one.segment === segment);
}

/** Counts ratings by period, journey and group; in no order. */
export function countRatings(unit: NpsUnit, group: RatingGroup | undefined, ratings: Iterable<DatedRating>): RatingCount[] {
  const counts = new Map<string, RatingCount>();
  for (const one of ratings) {
    const period = periodNumber(unit, one.day);
    const key = group === undefined ? '' : (one[group] ?? '');
    const name = JSON.stringify([period, one.journey, key]);
    let count = counts.get(name);
    if (!count) counts.set(name, (count = { period, journey: one.journey, key, ...noRatings() }));
    addScore(count, one.score);
  }
  return [...counts.values()];
}

/** Those who were asked, of one journey in one period. */
export interface InvitedCount {
  period: PeriodNumber;
  journey: JourneyId;
  invited: number;
}

/** Sums invitations by period and journey; in no order. */
export function countInvited(unit: NpsUnit, { programme, journeys, from, to }: RatingFilter, invitations: Iterable<Invitation>): InvitedCount[] {
  const counts = new Map<string, InvitedCount>();
  for (const { day, journey, programme: asked, invited } of invitations) {
    if (asked !== programme || day < from || day > to || (journeys?.length && !journeys.includes(journey))) continue;
    const period = periodNumber(unit, day);
    const name = JSON.stringify([period, journey]);
    const count = counts.get(name);
    if (count) count.invited += invited;
    else counts.set(name, { period, journey, invited });
  }
  return [...counts.values()];
}
