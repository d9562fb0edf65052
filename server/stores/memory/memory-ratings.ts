import {
  canonicalPlace,
  countExperience,
  countInvited,
  countRatings,
  ratingTest,
  type CatalogueRules,
  type DatedRating,
  type DerivedInstance,
  type InstanceId,
  type Invitation,
  type InvitationId,
  type JourneyId,
  type Organisation,
  type OrganisationId,
  type Programme,
  type Rating,
  type RatingFilter,
  type RatingId,
  type Zone,
} from '#model';
import type { Access, RatingQuestion, RatingsExtent, RatingsResult, RatingStore } from '../../ports';
import { admitRatings } from '../rating-admission';

/** What ratings share with the events they lie beside. */
export interface MemoryRatingsParts {
  zone: Zone;
  rules(): CatalogueRules;
  organisations(): readonly Organisation[];
  visible(access: Access): 'all' | ReadonlySet<OrganisationId>;
  derived(instance: InstanceId): DerivedInstance | undefined;
  /** Called when ratings were taken out, with their comments. */
  onRemoved(): void;
}

/** Ratings and invitations that are forgotten with the process. */
export class MemoryRatings implements RatingStore {
  readonly #parts: MemoryRatingsParts;
  readonly #session = crypto.randomUUID().slice(0, 8);
  readonly #ratings = new Map<RatingId, DatedRating>();
  readonly #invitations = new Map<InvitationId, Invitation>();
  /** Which of them came with which import. */
  readonly #sourced = { ratings: new Map<RatingId, string>(), invitations: new Map<InvitationId, string>() };
  #changes = 0;

  constructor(parts: MemoryRatingsParts) {
    this.#parts = parts;
  }

  get revision() {
    return `${this.#session}.${this.#changes}`;
  }

  async append(_access: Access, ratings: readonly Rating[], source?: string): Promise<RatingsResult> {
    const { zone, rules } = this.#parts;
    const { result, rows } = admitRatings(ratings, { has: (id) => this.#ratings.has(id as RatingId), rules: rules() });
    for (const one of rows) this.#ratings.set(one.id, { ...one, day: zone.dayOf(one.at) });
    if (source !== undefined) for (const { id } of rows) this.#sourced.ratings.set(id, source);
    if (rows.length > 0) this.#changes++;
    return result;
  }

  async invite(_access: Access, invitations: readonly Invitation[], source?: string): Promise<RatingsResult> {
    const { result, rows } = admitRatings(invitations, { has: (id) => this.#invitations.has(id as InvitationId), rules: this.#parts.rules() });
    for (const one of rows) this.#invitations.set(one.id, { ...one });
    if (source !== undefined) for (const { id } of rows) this.#sourced.invitations.set(id, source);
    if (rows.length > 0) this.#changes++;
    return result;
  }

  async remove(_access: Access, source: string): Promise<{ removed: number }> {
    const removed = takeOut(this.#ratings, this.#sourced.ratings, source) + takeOut(this.#invitations, this.#sourced.invitations, source);
    if (removed === 0) return { removed };
    this.#changes++;
    this.#parts.onRemoved();
    return { removed };
  }

  async extent(access: Access, programme?: Programme): Promise<RatingsExtent> {
    const extent: RatingsExtent = { ratings: 0 };
    for (const one of this.#visible(access)) {
      if (programme !== undefined && one.programme !== programme) continue;
      extent.ratings++;
      if (extent.firstDay === undefined || one.day < extent.firstDay) extent.firstDay = one.day;
      if (extent.lastDay === undefined || one.day > extent.lastDay) extent.lastDay = one.day;
    }
    return extent;
  }

  async counts(access: Access, { unit, filter, group }: RatingQuestion) {
    return countRatings(unit, group, this.#selected(access, filter));
  }

  async invited(_access: Access, { unit, filter }: Pick<RatingQuestion, 'unit' | 'filter'>) {
    return countInvited(unit, filter, this.#invitations.values());
  }

  async experience(access: Access, filter: RatingFilter) {
    return countExperience(this.#selected(access, filter), (instance) => {
      const derived = this.#parts.derived(instance);
      return derived && { journey: derived.journey, state: derived.detection.state };
    });
  }

  every(): Iterable<DatedRating> {
    return this.#all();
  }

  /** Every rating that has a comment, in order of arrival. */
  *commented(): Generator<DatedRating> {
    for (const one of this.#all()) if (one.comment !== undefined) yield one;
  }

  /** Removes everything of these journeys. */
  clear(journeys: readonly JourneyId[]): void {
    for (const [id, { journey }] of this.#ratings) if (journeys.includes(journey)) this.#ratings.delete(id);
    for (const [id, { journey }] of this.#invitations) if (journeys.includes(journey)) this.#invitations.delete(id);
    this.#changes++;
  }

  /** With the touchpoint by the name that the catalogue has for it now. */
  *#all(): Generator<DatedRating> {
    const rules = this.#parts.rules();
    for (const one of this.#ratings.values()) yield canonicalPlace(rules, one);
  }

  *#visible(access: Access): Generator<DatedRating> {
    const visible = this.#parts.visible(access);
    for (const one of this.#all()) if (visible === 'all' || (one.organisation !== undefined && visible.has(one.organisation))) yield one;
  }

  *#selected(access: Access, filter: RatingFilter): Generator<DatedRating> {
    const test = ratingTest(filter, this.#parts.organisations());
    for (const one of this.#visible(access)) if (test(one)) yield one;
  }
}

/** Takes the rows of a source out. @returns how many */
function takeOut<Id>(rows: Map<Id, unknown>, sourced: Map<Id, string>, source: string): number {
  let removed = 0;
  for (const [id, from] of sourced) {
    if (from !== source) continue;
    sourced.delete(id);
    if (rows.delete(id)) removed++;
  }
  return removed;
}
