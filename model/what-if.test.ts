import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterTest } from './filter';
import { countChain, type ChainCounts } from './journey-chain';
import { countPanorama } from './count-panorama';
import { isComplete } from './state';
import { arbitraryQuestion, arbitraryWorld, derive } from './testing';
import { halve, whatIf } from './what-if';

type Chain = Omit<ChainCounts, 'active'>;
const gains = (chain: Chain) => new Map(whatIf(chain).places.map(({ place, gain }) => [place, gain]));

/** Any chain: circles, places without a way out, starts that nothing leads on from. */
const PLACES = ['a', 'b', 'c', 'd', 'e'];
const counted = fc.uniqueArray(fc.record({ place: fc.constantFrom(...PLACES), count: fc.integer({ min: 1, max: 50 }) }), { selector: ({ place }) => place });
const anyChain: fc.Arbitrary<Chain> = fc.record({
  starts: counted,
  moves: fc.uniqueArray(fc.record({ from: fc.constantFrom(...PLACES), to: fc.constantFrom(...PLACES), count: fc.integer({ min: 1, max: 50 }) }), { selector: ({ from, to }) => from + to }),
  complete: counted,
  lost: counted,
});

/** The chain of one journey of a random world. */
const observed = arbitraryWorld({ maxEvents: 60 }).chain((world) =>
  arbitraryQuestion(world.catalogue).map(({ filter }) => {
    const [journey] = world.catalogue.journeys;
    return derive(world).filter(filterTest({ ...filter, journeys: journey ? [journey.id] : [] }, world.catalogue.organisations));
  }),
);

test('by hand: two places in a row', () => {
  // 100 start at a: 20 are lost, 80 go to b, where 40 are lost and 40 complete.
  const chain: Chain = { starts: [{ place: 'a', count: 100 }], moves: [{ from: 'a', to: 'b', count: 80 }], complete: [{ place: 'b', count: 40 }], lost: [{ place: 'a', count: 20 }, { place: 'b', count: 40 }] };
  const { instances, completions, places } = whatIf(chain);
  expect([instances, completions]).toEqual([100, 40]);
  // a halved: 90 reach b, half of which complete. b halved: of 80, 60 complete.
  expect(places.map(({ place, visits, lost }) => [place, visits, lost])).toEqual([['b', 80, 40], ['a', 100, 20]]);
  expect(places[0]?.gain).toBeCloseTo(20, 10);
  expect(places[1]?.gain).toBeCloseTo(5, 10);
  expect(places[0]?.completes).toBeCloseTo(0.5, 10);
});

test('by hand: a circle', () => {
  // a → b (60), b → a (20), a lost 60, b complete 40; 100 start at a, so a is visited 120 times.
  const chain: Chain = { starts: [{ place: 'a', count: 100 }], moves: [{ from: 'a', to: 'b', count: 60 }, { from: 'b', to: 'a', count: 20 }], complete: [{ place: 'b', count: 40 }], lost: [{ place: 'a', count: 60 }] };
  // c_a = ½ c_b, c_b = ⅔ + ⅓ c_a: c_a = 0.4. With a quarter lost: c_a = ¾ c_b = ½ + ¼ c_a: c_a = ⅔.
  expect(whatIf(chain).completions).toBeCloseTo(40, 10);
  expect(gains(chain).get('a')).toBeCloseTo(100 * (2 / 3 - 0.4), 10);
});

test('where nothing is lost nothing is gained, and where nobody went on nothing is known', () => {
  const chain: Chain = { starts: [{ place: 'a', count: 9 }, { place: 'c', count: 1 }], moves: [{ from: 'a', to: 'b', count: 9 }], complete: [{ place: 'b', count: 9 }], lost: [{ place: 'c', count: 1 }] };
  expect([...gains(chain)]).toEqual([['a', 0], ['b', 0], ['c', undefined]]);
  expect(whatIf({ starts: [], moves: [], complete: [], lost: [] })).toEqual({ instances: 0, completions: 0, places: [] });
});

test('a circle that nobody leaves is no hindrance', () => {
  const chain: Chain = { starts: [{ place: 'a', count: 2 }, { place: 'd', count: 1 }], moves: [{ from: 'a', to: 'b', count: 1 }, { from: 'b', to: 'c', count: 5 }, { from: 'c', to: 'b', count: 5 }], complete: [{ place: 'a', count: 1 }], lost: [{ place: 'd', count: 1 }] };
  const { completions, places } = whatIf(chain);
  expect(completions).toBeCloseTo(1, 10);
  expect(places.find(({ place }) => place === 'b')).toMatchObject({ completes: 0, gain: 0 });
});

test('whatever the chain, a gain is never negative and is what the chain with half the losses expects more', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const before = whatIf(chain).completions;
      for (const { place, lost, gain } of whatIf(chain).places) {
        if (gain === undefined) continue;
        expect(gain).toBeGreaterThanOrEqual(0);
        if (lost === 0) expect(gain).toBe(0);
        expect(gain).toBeCloseTo(whatIf(halve(chain, place)).completions - before, 6);
      }
    }),
  );
});

test('of observed journeys the chain expects the completions there were, and no gain exceeds half the losses', () => {
  fc.assert(
    fc.property(observed, (instances) => {
      const chain = countChain(instances);
      const { completions, instances: followed, places } = whatIf(chain);
      const complete = instances.filter(({ detection: { state } }) => isComplete(state)).length;
      expect(completions).toBeCloseTo(complete, 6);
      expect(followed + chain.active).toBe(instances.length);
      expect(chain.lost.map(({ place, count }) => ({ from: place, count }))).toEqual(countPanorama('journey', instances).losses);
      for (const { place, visits, lost, gain = 0 } of places) {
        const arrivals = [...chain.starts.filter((one) => one.place === place), ...chain.moves.filter(({ to }) => to === place)].reduce((sum, { count }) => sum + count, 0);
        expect(visits).toBe(arrivals);
        expect(gain).toBeLessThanOrEqual(chain.lost.reduce((sum, { count }) => sum + count, 0) + 1e-6);
        expect(lost).toBeLessThanOrEqual(visits);
      }
    }),
  );
});
