import fc from 'fast-check';
import { dayOfNumber } from '../days';
import { instanceId, invitationId, journeyId, ratingId, touchpointId } from '../ids';
import type { RatingFilter } from '../nps';
import { type Invitation, PROGRAMMES, type Rating } from '../rating';
import { DAY } from '../time';
import { AWKWARD } from './arbitrary-catalogue';
import { WORLD_START, type World } from './arbitrary-world';
import { sometimes } from './sometimes';

/** 2024-02-28. */
const FIRST_DAY = WORLD_START / DAY;
const SPREAD = 200;

const someOf = <Item>(items: readonly Item[]): fc.Arbitrary<Item | undefined> => (items.length > 0 ? sometimes(fc.constantFrom(...items), 2) : fc.constant(undefined));

/** Random ratings of a world: of instances that there are, of another journey's, and of none; duplicates and unknown names among them. */
export const arbitraryRatings = ({ catalogue, events }: World): fc.Arbitrary<Rating[]> =>
  fc.array(
    fc
      .record({
        id: fc.integer({ min: 0, max: 60 }),
        at: fc.integer({ min: -SPREAD, max: SPREAD }).chain((day) => fc.nat(DAY - 1).map((time) => WORLD_START + day * DAY + time)),
        journey: fc.constantFrom(...catalogue.journeys.map(({ id }) => id), ...catalogue.journeys.map(({ id }) => id), journeyId.parse('no journey')),
        score: fc.integer({ min: 0, max: 10 }),
        programme: fc.constantFrom(...PROGRAMMES),
        instance: someOf([...events.map(({ instance }) => instance), instanceId.parse('nobody')]),
        touchpoint: someOf([...catalogue.touchpoints.map(({ id }) => id), touchpointId.parse('no touchpoint')]),
        organisation: someOf(catalogue.organisations.map(({ id }) => id)),
        segment: someOf(catalogue.segments.map(({ id }) => id)),
        comment: someOf(['好', '“快”，但是…\n再看']),
      })
      .map(({ id, ...rest }) => ({ ...rest, id: ratingId.parse(`${AWKWARD[id % AWKWARD.length]}${id}`) })),
    { maxLength: 80 },
  );

/** Random invitations of a world, duplicates and unknown names among them. */
export const arbitraryInvitations = ({ catalogue }: World): fc.Arbitrary<Invitation[]> =>
  fc.array(
    fc.record({
      id: fc.nat(20).map((id) => invitationId.parse(`i${id}`)),
      day: fc.integer({ min: -SPREAD, max: SPREAD }).map((day) => dayOfNumber(FIRST_DAY + day)),
      journey: fc.constantFrom(...catalogue.journeys.map(({ id }) => id), journeyId.parse('no journey')),
      programme: fc.constantFrom(...PROGRAMMES),
      invited: fc.nat(500),
    }),
    { maxLength: 20 },
  );

/** A random filter of ratings. */
export const arbitraryRatingFilter = ({ catalogue }: World): fc.Arbitrary<RatingFilter> =>
  fc.record({
    programme: fc.constantFrom(...PROGRAMMES),
    journeys: fc.option(fc.subarray(catalogue.journeys.map(({ id }) => id)), { nil: undefined }),
    from: fc.integer({ min: -SPREAD, max: 10 }).map((day) => dayOfNumber(FIRST_DAY + day)),
    to: fc.integer({ min: 0, max: SPREAD }).map((day) => dayOfNumber(FIRST_DAY + day)),
    touchpoints: fc.option(fc.subarray(catalogue.touchpoints.map(({ id }) => id)), { nil: undefined }),
    organisation: someOf(catalogue.organisations.map(({ id }) => id)),
    segment: someOf(catalogue.segments.map(({ id }) => id)),
  });
