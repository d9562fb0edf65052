import { commentReader, type CommentReading, type DatedRating, DEFAULT_THEMES, filterTest, journeyRules, organisationSubtree, ratingId, type RatingId, themeId, zoneOf, type Rating } from '#model';
import { arbitraryRatingFilter, arbitraryRatings, arbitraryWorld, derive, type World } from '#model/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemAccess, type EventStore, type VoiceQuestion } from '../ports';
import { smallCatalogue, threeLoans } from '../testing';
import { ZONE } from './event-store.suite';
import { MemoryVoice } from './memory/memory-voice';

const access = systemAccess('test');

export interface VoiceStoreSuite {
  open: () => Promise<EventStore>;
  reopen?: (store: EventStore) => Promise<EventStore>;
  runs: number;
}

/** Cuts a text into its characters, which is enough to find words in. */
const reader = commentReader(DEFAULT_THEMES, (text) => [...text]);
const face = themeId.parse('face-check');
const limit = themeId.parse('limit');
const wait = themeId.parse('wait');
const by = 'lin' as never;
const all: VoiceQuestion = { filter: { from: '2026-01-01', to: '2026-12-31' } };
const page = { sort: '-at', offset: 0, limit: 50 } as const;

const rating = (id: string, comment: string | undefined, more: Partial<Record<keyof Rating, unknown>> = {}): Rating =>
  ({ id, at: Date.parse('2026-05-20T12:00:00+08:00'), journey: 'loan', score: 3, programme: 'transactional', ...(comment !== undefined && { comment }), ...more }) as unknown as Rating;

/** Three loans, each rated; and two ratings of no instance that is known, one of them without a comment. */
const RATINGS = [
  rating('1', '人脸识别总失败，额度也不够', { instance: 'a', touchpoint: 'app', organisation: 'bj' }),
  rating('2', '很快到账，满意', { instance: 'b', score: 10, at: Date.parse('2026-05-21T12:00:00+08:00') }),
  rating('3', 'The face check failed', { instance: 'c', at: Date.parse('2026-05-10T08:00:00+08:00') }),
  rating('4', '一般 100% it’s \'ok\'', { instance: 'nobody', score: 8, at: Date.parse('2026-05-22T12:00:00+08:00'), programme: 'relational' }),
  rating('5', undefined, { instance: 'a' }),
];

const eventsOf = (events: ReturnType<typeof threeLoans>) => events.map((event) => ({ ...event, at: Date.parse(event.at) })) as never;

async function filled(open: () => Promise<EventStore>): Promise<EventStore> {
  const store = await open();
  const now = Date.parse('2026-06-01T12:00:00+08:00');
  await store.configure(access, smallCatalogue, { now });
  await store.append(access, eventsOf(threeLoans()), { now });
  await store.ratings.append(access, RATINGS);
  return store;
}

const written = (places: Map<string, object>): string[] => [...places].map((one) => JSON.stringify(one)).toSorted();

/** What every store does with comments. */
export function voiceStoreSuite({ open, reopen, runs }: VoiceStoreSuite): void {
  const ids = async (store: EventStore, question: Partial<VoiceQuestion>): Promise<string[]> => (await store.voice.comments(access, { ...all, ...question }, page)).items.map(({ id }) => id);
  const onFilled = (check: (store: EventStore) => Promise<void>) => async (): Promise<void> => {
    const store = await filled(open);
    try {
      await check(store);
    } finally {
      await store.close();
    }
  };

  test('a touchpoint that was merged is rated and commented on under the name it has now', onFilled(async (store) => {
    await store.voice.read(access, reader);
    const [app, ...others] = smallCatalogue.touchpoints;
    await store.configure(access, { ...smallCatalogue, touchpoints: [...others, { ...app!, id: 'mobile' as never, aliases: [app!.id] }] }, { now: Date.parse('2026-06-01T12:00:00+08:00') });
    expect(await ids(store, { touchpoints: ['mobile' as never] })).toEqual(['1']);
    expect(await store.voice.comment(access, ratingId.parse('1'))).toMatchObject({ touchpoint: 'mobile', broke: { touchpoint: 'mobile' } });
    const filter = { programme: 'transactional' as const, from: '2026-05-01', to: '2026-05-31' };
    const counts = await store.ratings.counts(access, { unit: 'month', filter: { ...filter, touchpoints: ['mobile' as never] }, group: 'touchpoint' });
    expect(counts).toMatchObject([{ key: 'mobile', n: 1, detractors: 1 }]);
  }));

  test('comments are in no answer until they are read, and are read once', onFilled(async ({ voice }) => {
    expect([await voice.unread(access), await voice.lastDay(access), (await voice.comments(access, all, page)).total]).toEqual([4, undefined, 0]);
    const before = voice.revision;
    expect(await voice.read(access, reader)).toEqual({ read: 4 });
    expect(voice.revision).not.toBe(before);
    expect(await voice.read(access, reader)).toEqual({ read: 0 });
    expect([await voice.unread(access), await voice.lastDay(access), (await voice.comments(access, all, page)).total]).toEqual([0, '2026-05-22', 4]);
  }));

  test('a comment says what was read from it, and where its journey broke last before it', onFilled(async ({ voice }) => {
    await voice.read(access, reader);
    expect(await voice.comment(access, ratingId.parse('1'))).toEqual({
      id: '1',
      version: 0,
      at: Date.parse('2026-05-20T12:00:00+08:00'),
      day: '2026-05-20',
      journey: 'loan',
      touchpoint: 'app',
      organisation: 'bj',
      segment: undefined,
      programme: 'transactional',
      score: 3,
      text: '人脸识别总失败，额度也不够',
      themes: [face, limit],
      sentiment: 'negative',
      corrected: undefined,
      instance: 'a',
      broke: { kind: 'limit', step: 'quote', touchpoint: 'app' },
    });
    expect(await voice.comment(access, ratingId.parse('2'))).toMatchObject({ instance: 'b', broke: undefined, sentiment: 'positive' });
    // It was written before the journey broke.
    expect(await voice.comment(access, ratingId.parse('3'))).toMatchObject({ instance: 'c', broke: undefined });
    expect(await voice.comment(access, ratingId.parse('4'))).toMatchObject({ instance: undefined, broke: undefined, themes: [] });
    expect(await voice.comment(access, ratingId.parse('5'))).toBeUndefined();
  }));

  test('every filter narrows, and phrases are found in any language and whatever their case', onFilled(async (store) => {
    await store.voice.read(access, reader);
    expect(await ids(store, {})).toEqual(['4', '2', '1', '3']);
    expect(await ids(store, { theme: face })).toEqual(['1', '3']);
    expect(await ids(store, { theme: 'none' })).toEqual(['4']);
    expect(await ids(store, { sentiment: 'positive' })).toEqual(['2']);
    expect(await ids(store, { band: 'passive' })).toEqual(['4']);
    expect(await ids(store, { score: 10 })).toEqual(['2']);
    expect(await ids(store, { programme: 'relational' })).toEqual(['4']);
    expect(await ids(store, { touchpoints: ['app' as never] })).toEqual(['1']);
    expect(await ids(store, { kind: 'limit' })).toEqual(['1']);
    expect(await ids(store, { kind: 'none' })).toEqual(['4', '2', '3']);
    expect(await ids(store, { kind: 'any', step: 'quote' as never })).toEqual(['1']);
    expect(await ids(store, { filter: { ...all.filter, organisation: 'hq' as never } })).toEqual(['1']);
    expect(await ids(store, { filter: { from: '2026-05-21', to: '2026-05-22' } })).toEqual(['4', '2']);
    expect(await ids(store, { phrases: ['识别总'] })).toEqual(['1']);
    expect(await ids(store, { phrases: ['失败', '额度'] })).toEqual(['1']);
    expect(await ids(store, { phrases: ['face check'] })).toEqual(['3']);
    for (const odd of ["'", "'ok'", '100%', 'it’s']) expect(await ids(store, { phrases: [odd] })).toEqual(['4']);
    for (const odd of ['%', '_', "'; drop table voice; --", '\\', '\0']) expect((await ids(store, { phrases: [odd] })).length).toBeLessThan(5);
    expect(await ids(store, { phrases: ['_'] })).toEqual([]);
  }));

  test('pages follow one another in the order that was asked for', onFilled(async ({ voice }) => {
    await voice.read(access, reader);
    const sorted = async (sort: '-at' | 'at' | 'score' | '-score') => [
      ...(await voice.comments(access, all, { sort, offset: 0, limit: 3 })).items.map(({ id }) => id),
      ...(await voice.comments(access, all, { sort, offset: 3, limit: 3 })).items.map(({ id }) => id),
    ];
    expect(await sorted('at')).toEqual(['3', '1', '2', '4']);
    expect(await sorted('score')).toEqual(['1', '3', '4', '2']);
    expect(await sorted('-score')).toEqual(['2', '4', '1', '3']);
  }));

  test('facets and days count the same comments', onFilled(async ({ voice }) => {
    await voice.read(access, reader);
    const { kinds, places, bands, sentiments, journeys } = await voice.facets(access, all);
    expect(new Map(kinds.map(({ id, count }) => [id, count]))).toEqual(new Map([['limit', 1], ['none', 3]]));
    expect(places).toEqual([{ journey: 'loan', step: 'quote', touchpoint: 'app', count: 1 }]);
    expect(journeys).toEqual([{ id: 'loan', count: 4 }]);
    expect([bands, sentiments].map((facet) => facet.reduce((sum, { count }) => sum + count, 0))).toEqual([4, 4]);
    const days = await voice.days(access, { ...all, band: 'detractor' });
    expect(days.map(({ day, total }) => [day, total])).toEqual([['2026-05-10', 1], ['2026-05-20', 1]]);
    expect(days[1]?.themes.toSorted((a, b) => ((a.theme ?? '') < (b.theme ?? '') ? -1 : 1))).toEqual([{ theme: face, count: 1, negative: 1 }, { theme: limit, count: 1, negative: 1 }]);
    expect(await voice.themeDays(access, { journey: 'loan' as never, theme: face, from: '2026-05-01', to: '2026-05-31' })).toEqual([
      { day: '2026-05-10', n: 1, hits: 1 },
      { day: '2026-05-20', n: 1, hits: 1 },
      { day: '2026-05-21', n: 1, hits: 0 },
      { day: '2026-05-22', n: 1, hits: 0 },
    ]);
    expect([...(await voice.places(access, { level: 'overview', filter: all.filter }))].sort()).toEqual([
      ['loan~app', { n: 4, promoters: 1, detractors: 3, comments: 3, negative: 2 }],
      ['loan~video', { n: 2, promoters: 0, detractors: 2, comments: 1, negative: 1 }],
    ]);
    expect(await voice.themeDays(access, { journey: 'loan' as never, touchpoints: ['app' as never], theme: limit, from: '2026-05-01', to: '2026-05-31' })).toEqual([{ day: '2026-05-20', n: 1, hits: 1 }]);
  }));

  test('a theme set by hand stays when all are read again, and can be given back', onFilled(async ({ voice }) => {
    await voice.read(access, reader);
    const [first, second] = ['1', '2'].map((id) => ratingId.parse(id)) as [RatingId, RatingId];
    const at = Date.parse('2026-06-01T12:00:00+08:00');
    expect(await voice.correct(access, first, 0, { themes: [wait], by, at })).toMatchObject({ kind: 'stored', comment: { version: 1, themes: [wait], corrected: { by, at }, sentiment: 'negative' } });
    expect(await voice.correct(access, first, 0, { themes: [face], by, at })).toMatchObject({ kind: 'stale', comment: { version: 1, themes: [wait] } });
    expect(await voice.correct(access, ratingId.parse('unknown'), 0, { themes: [face], by, at })).toBeUndefined();
    const progress: number[] = [];
    const everything = (): CommentReading => ({ themes: [limit], sentiment: 'neutral' });
    await voice.readAgain(access, everything, ({ done, total }) => progress.push(done / total));
    expect(progress.at(-1)).toBe(1);
    expect(await voice.comment(access, first)).toMatchObject({ themes: [wait], sentiment: 'negative' });
    expect(await voice.comment(access, second)).toMatchObject({ themes: [limit], sentiment: 'neutral' });
    expect((await voice.corrected(access, 10)).map(({ id }) => id)).toEqual(['1']);
    expect(await voice.correct(access, first, 1, { read: reader('人脸', 3) })).toMatchObject({ kind: 'stored', comment: { version: 2, themes: [face] } });
    expect(await voice.corrected(access, 10)).toEqual([]);
  }));

  test('whoever sees one organisation reads its comments alone', onFilled(async ({ voice }) => {
    await voice.read(access, reader);
    const theirs = { ...access, scope: { organisations: ['bj'] as never } };
    expect((await voice.comments(theirs, all, page)).items.map(({ id }) => id)).toEqual(['1']);
    expect(await voice.comment(theirs, ratingId.parse('2'))).toBeUndefined();
    expect(await voice.correct(theirs, ratingId.parse('2'), 0, { themes: [], by, at: 0 })).toBeUndefined();
  }));

  test('what is cleared is gone, read or not', onFilled(async (store) => {
    const { voice } = store;
    await voice.read(access, reader);
    await store.ratings.append(access, [rating('6', '慢')]);
    await store.clear(access, ['loan' as never]);
    expect([await voice.unread(access), (await voice.comments(access, all, page)).total]).toEqual([0, 0]);
  }));

  if (reopen)
    test('a reopened store has what was read, what was not, and what was corrected', async () => {
      const first = await filled(open);
      await first.voice.read(access, reader);
      await first.voice.correct(access, ratingId.parse('1'), 0, { themes: [wait], by, at: 5 });
      await first.ratings.append(access, [rating('6', '等了三天', { at: Date.parse('2026-05-25T12:00:00+08:00') })]);
      const second = await reopen(first);
      expect(await second.voice.unread(access)).toBe(1);
      await second.voice.read(access, reader);
      expect((await second.voice.comments(access, all, page)).items.map(({ id, themes }) => [id, themes])).toEqual([['6', [wait]], ['4', []], ['2', [wait]], ['1', [wait]], ['3', [face]]]);
      expect((await second.voice.comment(access, ratingId.parse('1')))?.corrected).toEqual({ by, at: 5 });
      await second.close();
    });

  test('whatever the world, the store answers as comments in memory do', async () => {
    const question = (world: World) =>
      fc.record({ filter: arbitraryRatingFilter(world), kind: fc.constantFrom(undefined, 'any' as const, 'none' as const, 'limit' as const, 'abandonment' as const), sentiment: fc.constantFrom(undefined, 'positive' as const, 'negative' as const), theme: fc.constantFrom(undefined, wait, 'none' as const), phrases: fc.constantFrom([], ['快'], ['好']) });
    const worlds = arbitraryWorld().chain((world) => fc.record({ world: fc.constant(world), ratings: arbitraryRatings(world), asked: question(world) }));
    await fc.assert(
      fc.asyncProperty(worlds, async ({ world, ratings, asked: { filter, ...more } }) => {
        const store = await open();
        try {
          await store.configure(access, world.catalogue, { now: world.now });
          await store.ratings.append(access, ratings);
          await store.append(access, world.events, { now: world.now });
          await store.voice.read(access, reader);
          const reference = await inMemory(world, ratings);
          const asked: VoiceQuestion = { filter, ...more };
          const sameDays = (days: Awaited<ReturnType<typeof store.voice.days>>) => days.map(({ themes, ...day }) => ({ ...day, themes: themes.map((one) => JSON.stringify(one)).toSorted() }));
          expect(await store.voice.comments(access, asked, page)).toEqual(await reference.comments(access, asked, page));
          expect(sameDays(await store.voice.days(access, asked))).toEqual(sameDays(await reference.days(access, asked)));
          for (const level of ['overview', 'journey'] as const) {
            const map = { level, filter };
            expect(written(await store.voice.places(access, map))).toEqual(written(await reference.places(access, map)));
          }
          const [facets, expected] = [await store.voice.facets(access, asked), await reference.facets(access, asked)];
          for (const name of ['sentiments', 'bands', 'journeys', 'places', 'kinds'] as const) expect(facets[name].map((one) => JSON.stringify(one)).toSorted()).toEqual(expected[name].map((one) => JSON.stringify(one)).toSorted());
        } finally {
          await store.close();
        }
      }),
      { numRuns: runs },
    );
  });
}

/** The reference: the same comments in memory, over instances that the model detected. */
async function inMemory(world: World, ratings: readonly Rating[]): Promise<MemoryVoice> {
  const rules = journeyRules(world.catalogue);
  const instances = new Map(derive(world).map((one) => [one.id, one]));
  const kept = new Map<RatingId, DatedRating>();
  for (const one of ratings) {
    const known = rules.journeys.has(one.journey) && (one.touchpoint === undefined || rules.touchpoints.has(one.touchpoint));
    if (known && !kept.has(one.id)) kept.set(one.id, { ...one, day: zoneOf(ZONE).dayOf(one.at) });
  }
  const voice = new MemoryVoice({
    session: 'reference',
    ratings: () => kept.values(),
    selected: (_access, filter) => [...instances.values()].filter(filterTest(filter, world.catalogue.organisations)),
    commented: () => [...kept.values()].filter(({ comment }) => comment !== undefined),
    organisations: () => world.catalogue.organisations,
    visible: ({ scope }) => (scope.organisations === 'all' ? 'all' : new Set(scope.organisations.flatMap((root) => [...organisationSubtree(world.catalogue.organisations, root)]))),
    derived: (instance) => instances.get(instance),
  });
  await voice.read(access, reader);
  return voice;
}
