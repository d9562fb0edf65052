import { compareIds, countExperience, countInvited, countJourneyPeriods, countRatings, filterTest, journeyRules, ratingTest, zoneOf, type DatedRating, type Invitation, type Rating, type RatingFilter } from '#model';
import { arbitraryInvitations, arbitraryRatingFilter, arbitraryRatings, arbitraryWorld, derive, type World } from '#model/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemAccess, type Access, type EventStore } from '../ports';
import { ZONE } from './event-store.suite';

const access = systemAccess('test');
const UNITS = ['month', 'quarter', 'week'] as const;

export interface RatingStoreSuite {
  open: () => Promise<EventStore>;
  /** The same store as a new process would find it. */
  reopen?: (store: EventStore) => Promise<EventStore>;
  runs: number;
}

interface RatedWorld {
  world: World;
  ratings: Rating[];
  invitations: Invitation[];
  filter: RatingFilter;
}

const ratedWorld: fc.Arbitrary<RatedWorld> = arbitraryWorld().chain((world) =>
  fc.record({ world: fc.constant(world), ratings: arbitraryRatings(world), invitations: arbitraryInvitations(world), filter: arbitraryRatingFilter(world) }),
);

/** The rows that are kept: known to the catalogue, the first of their id. */
function kept<Row extends Rating | Invitation>({ catalogue }: World, rows: readonly Row[]): Row[] {
  const rules = journeyRules(catalogue);
  const seen = new Set<string>();
  return rows.filter((row) => {
    const known = rules.journeys.has(row.journey) && (!('touchpoint' in row) || row.touchpoint === undefined || rules.touchpoints.has(row.touchpoint));
    if (!known || seen.has(row.id)) return false;
    seen.add(row.id);
    return true;
  });
}

const dated = (ratings: readonly Rating[]): DatedRating[] => ratings.map((one) => ({ ...one, day: zoneOf(ZONE).dayOf(one.at) }));
const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => compareIds(a, b)))).toSorted();

async function expectAnswers(store: EventStore, { world, ratings, invitations, filter }: RatedWorld, asker: Access = access): Promise<void> {
  const { organisations } = world.catalogue;
  const visible = asker.scope.organisations === 'all' ? () => true : ratingTest({ ...filter, from: '0001-01-01', to: '9999-01-01', journeys: [], touchpoints: [], segment: undefined, organisation: asker.scope.organisations[0] }, organisations);
  const mine = dated(kept(world, ratings)).filter((one) => one.programme === filter.programme && visible(one));
  const selected = mine.filter(ratingTest(filter, organisations));
  const instances = derive(world);
  const byId = new Map(instances.map((one) => [one.id, one]));
  for (const unit of UNITS) {
    for (const group of [undefined, 'touchpoint', 'organisation', 'segment'] as const) {
      expect(sorted(await store.ratings.counts(asker, { unit, filter, group }))).toEqual(sorted(countRatings(unit, group, selected)));
    }
    expect(sorted(await store.ratings.invited(asker, { unit, filter }))).toEqual(sorted(countInvited(unit, filter, kept(world, invitations))));
    if (asker === access) {
      const periods = countJourneyPeriods(unit, instances.filter(filterTest(filter, organisations)));
      expect(sorted(await store.journeyPeriods(asker, { unit, filter }))).toEqual(sorted(periods));
      expect(sorted(await store.started(asker, { unit, filter }))).toEqual(sorted(periods.map(({ period, journey, instances: count }) => ({ period, journey, instances: count }))));
    }
  }
  const experience = await store.ratings.experience(asker, filter);
  const counted = countExperience(selected, (id) => {
    const one = byId.get(id);
    return one && { journey: one.journey, state: one.detection.state };
  });
  expect({ ...experience, states: sorted(experience.states) }).toEqual({ ...counted, states: sorted(counted.states) });
  const days = mine.map(({ day }) => day).toSorted(compareIds);
  expect(await store.ratings.extent(asker, filter.programme)).toEqual(days.length === 0 ? { ratings: 0 } : { ratings: days.length, firstDay: days[0], lastDay: days.at(-1) });
}

async function fill(store: EventStore, { world, ratings, invitations }: RatedWorld): Promise<void> {
  await store.configure(access, world.catalogue, { now: world.now });
  // Half of the ratings come before their instances.
  const half = Math.floor(ratings.length / 2);
  await store.ratings.append(access, ratings.slice(0, half));
  await store.append(access, world.events, { now: world.now });
  await Promise.all([store.ratings.append(access, ratings.slice(half)), store.ratings.invite(access, invitations)]);
}

/** What every store does with ratings and invitations: the model counted by hand is the reference. */
export function ratingStoreSuite({ open, reopen, runs }: RatingStoreSuite): void {
  const property = (check: (store: EventStore, rated: RatedWorld) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(ratedWorld, async (rated) => {
        const store = await open();
        try {
          await check(store, rated);
        } finally {
          await store.close();
        }
      }),
      { numRuns: runs },
    );

  test('whatever the batches, every count of ratings is what the model counts', () =>
    property(async (store, rated) => {
      await fill(store, rated);
      await expectAnswers(store, rated);
    }));

  test('what a batch of ratings is told adds up to what is stored, and again nothing is stored twice', () =>
    property(async (store, rated) => {
      await fill(store, rated);
      const { ratings, invitations, world } = rated;
      const again = await store.ratings.append(access, ratings);
      const isKnown = new Set(kept(world, ratings).map(({ id }) => id));
      expect(again.accepted).toBe(0);
      expect(again.duplicates).toBe(ratings.filter(({ id }) => isKnown.has(id)).length);
      expect(again.duplicates + again.rejected.length).toBe(ratings.length);
      for (const { index, field, reason } of again.rejected) expect([field, reason]).toEqual(ratings[index]?.journey === 'no journey' ? ['journey', 'unknown-journey'] : ['touchpoint', 'unknown-touchpoint']);
      expect((await store.ratings.invite(access, invitations)).accepted).toBe(0);
      await expectAnswers(store, rated);
    }));

  test('a scope sees the ratings of its organisations and no other', () =>
    property(async (store, rated) => {
      const organisation = rated.world.catalogue.organisations[0]?.id;
      if (organisation === undefined) return;
      await fill(store, rated);
      await expectAnswers(store, rated, { ...access, scope: { organisations: [organisation] } });
    }));

  test('clearing a journey clears its ratings, and they can come again', () =>
    property(async (store, rated) => {
      const journey = rated.world.catalogue.journeys[0]!.id;
      await fill(store, rated);
      const before = store.ratings.revision;
      await store.clear(access, [journey]);
      expect(store.ratings.revision).not.toBe(before);
      expect((await store.ratings.counts(access, { unit: 'month', filter: rated.filter })).filter((one) => one.journey === journey)).toEqual([]);
      await store.append(access, rated.world.events, { now: rated.world.now });
      await store.ratings.append(access, rated.ratings);
      await store.ratings.invite(access, rated.invitations);
      await expectAnswers(store, rated);
    }));

  test('what came with an import is taken out as if it had never come, and can come again', () =>
    property(async (store, rated) => {
      const { world, ratings, invitations } = rated;
      await store.configure(access, world.catalogue, { now: world.now });
      await store.append(access, world.events, { now: world.now });
      const half = Math.floor(ratings.length / 2);
      const [mine, imported] = [ratings.slice(0, half), ratings.slice(half)];
      await store.ratings.append(access, mine);
      const left = { ...rated, ratings: mine, invitations: [] };
      const first = await store.ratings.append(access, imported, 'one');
      const second = await store.ratings.invite(access, invitations, 'one');
      expect(await store.ratings.remove(access, 'another')).toEqual({ removed: 0 });
      expect(await store.ratings.remove(access, 'one')).toEqual({ removed: first.accepted + second.accepted });
      await expectAnswers(store, left);
      expect((await store.ratings.append(access, imported, 'two')).accepted).toBe(first.accepted);
      expect((await store.ratings.invite(access, invitations)).accepted).toBe(second.accepted);
      await expectAnswers(store, rated);
    }));

  test('the revision of ratings moves with what is stored, and only then', () =>
    property(async (store, rated) => {
      await fill(store, rated);
      const { revision } = store.ratings;
      await store.ratings.append(access, rated.ratings);
      await store.ratings.invite(access, rated.invitations);
      expect(store.ratings.revision).toBe(revision);
    }));

  if (reopen)
    test('a store that was closed and opened again has its ratings, and knows them', async () => {
      await fc.assert(
        fc.asyncProperty(ratedWorld, async (rated) => {
          const store = await open();
          await fill(store, rated);
          const again = await reopen(store);
          expect((await again.ratings.append(access, rated.ratings)).accepted).toBe(0);
          await again.configure(access, rated.world.catalogue, { now: rated.world.now });
          await expectAnswers(again, rated);
          await again.close();
        }),
        { numRuns: Math.ceil(runs / 2) },
      );
    });
}
