import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_PATH, parsePathId, pathId } from './broken-path';
import { countPanorama } from './count-panorama';
import { countVariants } from './count-variants';
import type { DerivedInstance } from './derived-instance';
import { filterTest } from './filter';
import { instanceId, journeyId, stepId, touchpointId } from './ids';
import { selectRows } from './select-rows';
import { arbitraryQuestion, arbitraryWorld, derive, numbersOfPaths } from './testing';

const ALL = { offset: 0, limit: Infinity };
const worlds = arbitraryWorld({ maxEvents: 60 }).chain((world) =>
  arbitraryQuestion(world.catalogue).map(({ level, filter }) => ({
    level,
    filter,
    organisations: world.catalogue.organisations,
    instances: derive(world).filter(filterTest(filter, world.catalogue.organisations)),
  })),
);

test('paths add up to the interruptions and the losses of the map, and each ends where it broke', () => {
  fc.assert(
    fc.property(worlds, ({ level, instances }) => {
      const { total, count, lost, variants } = countVariants(level, instances, ALL);
      const { nodes, losses } = countPanorama(level, instances);
      const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
      expect(variants).toHaveLength(total);
      expect([count, sum(variants.map((one) => one.count))]).toEqual(Array(2).fill(sum(nodes.flatMap(({ byKind }) => Object.values(byKind)))));
      expect([lost, sum(variants.map((one) => one.lost))]).toEqual(Array(2).fill(sum(losses.map((one) => one.count))));
      for (const { id, byKind, unhanded } of nodes) {
        const ending = variants.filter(({ path }) => parsePathId(level, path).places.at(-1) === id);
        expect(sum(ending.map((one) => one.count))).toBe(sum(Object.values(byKind)));
        expect(sum(ending.map((one) => one.unhanded))).toBe(unhanded);
      }
    }),
  );
});

test('the list behind every number of a path has as many rows', () => {
  fc.assert(
    fc.property(worlds, ({ level, filter, organisations, instances }) => {
      for (const { number, selection } of numbersOfPaths({ level, filter }, countVariants(level, instances, ALL))) {
        expect([...selectRows(selection, organisations, instances)]).toHaveLength(number);
      }
    }),
  );
});

test('pages in order of loss are the whole', () => {
  fc.assert(
    fc.property(worlds, ({ level, instances }) => {
      const { variants } = countVariants(level, instances, ALL);
      const pages = [0, 3, 6].flatMap((offset) => countVariants(level, instances, { offset, limit: 3 }).variants);
      expect(pages).toEqual(variants.slice(0, 9));
      expect(variants.map(({ lost }) => lost)).toEqual(variants.map(({ lost }) => lost).toSorted((a, b) => b - a));
    }),
  );
});

/** An instance of the loan that visited these places, an hour each, and broke at an hour. */
function broken(places: string[], step: string, touchpoint: string, hour: number): DerivedInstance {
  const visits = places.map((place, index) => {
    const [of = '', on = ''] = place.split('~');
    return { step: stepId.parse(of), touchpoint: touchpointId.parse(on), events: 1, firstAt: index, lastAt: index };
  });
  const one = { kind: 'failure', step: stepId.parse(step), touchpoint: touchpointId.parse(touchpoint), at: hour, anchor: 0, resolution: 'lost', pending: false, attempts: 0 } as const;
  return { id: instanceId.parse('a'), journey: journeyId.parse('loan'), day: '2024-03-01', detection: { exists: true, state: 'lost', startedAt: 0, lastAt: places.length, events: places.length, visits, interruptions: [one] } };
}

const pathOf = (instance: DerivedInstance) => countVariants('journey', [instance], ALL).variants.map(({ path }) => path);

test('a path goes up to the last visit to its place that began before the break, and leaves out what came after', () => {
  const places = ['quote~app', 'sign~app', 'quote~app', 'sign~app', 'quote~call'];
  expect(pathOf(broken(places, 'quote', 'app', 2))).toEqual(['quote~app,sign~app,quote~app']);
  expect(pathOf(broken(places, 'quote', 'app', 1))).toEqual(['quote~app']);
  // An abandonment: known long after, at the last place that the customer came to by themselves.
  expect(pathOf(broken(places, 'sign', 'app', 99))).toEqual(['quote~app,sign~app,quote~app,sign~app']);
});

test('of a long path the last places count, and it is not taken for a short one', () => {
  const long = Array.from({ length: 60 }, (_, index) => (index % 2 ? 'sign~app' : 'quote~app'));
  const [path = ''] = pathOf(broken(long, 'sign', 'app', 99));
  const { cut, places } = parsePathId('journey', path);
  expect([cut, places.length, places.at(-1)]).toEqual([true, LONGEST_PATH, 'sign~app']);
  const [whole = ''] = pathOf(broken(long.slice(60 - LONGEST_PATH), 'sign', 'app', 99));
  expect(parsePathId('journey', whole)).toEqual({ cut: false, places });
  expect(whole).not.toBe(path);
  expect(pathId({ cut, places })).toBe(path);
});

test.each(['', '*', 'quote', '*,quote~app', 'quote~app,,sign~app'])('"%s" is no path', (id) => {
  expect(() => parsePathId('journey', id)).toThrow(RangeError);
});
