import fc from 'fast-check';
import { expect, test } from 'vitest';
import { organisation, type Organisation } from './catalogue';
import { filterTest, organisationSubtree } from './filter';
import { organisationId } from './ids';
import type { Filter } from './selection';
import { arbitraryQuestion, arbitraryWorld, derive } from './testing';

const tree: Organisation[] = [
  ['branch', 'city'],
  ['head', undefined],
  ['province', 'head'],
  ['city', 'province'],
  ['other', 'head'],
].map(([id, parent]) => organisation.parse({ id, name: { zh: '名' }, parent }));

test('an organisation stands for itself and all below it, in whatever order they are listed', () => {
  const below = (id: string) => [...organisationSubtree(tree, organisationId.parse(id))].toSorted();
  expect(below('province')).toEqual(['branch', 'city', 'province']);
  expect(below('head')).toHaveLength(5);
  expect(below('unknown')).toEqual(['unknown']);
});

test('a filter selects instances by their start day, journey, organisation subtree and segment', () => {
  fc.assert(
    fc.property(
      arbitraryWorld().chain((world) => fc.tuple(fc.constant(world), arbitraryQuestion(world.catalogue))),
      ([world, { filter }]) => {
        const parents = new Map(world.catalogue.organisations.map(({ id, parent }) => [id, parent]));
        const isBelow = (id: Filter['organisation'], above: Filter['organisation']): boolean => id === above || (id !== undefined && isBelow(parents.get(id), above));
        const all = derive(world);
        const expected = all.filter(
          ({ journey, day, detection }) =>
            filter.from <= day &&
            day <= filter.to &&
            (filter.journeys ?? [journey]).includes(journey) &&
            (filter.organisation === undefined || isBelow(detection.organisation, filter.organisation)) &&
            (filter.segment ?? detection.segment) === detection.segment,
        );
        expect(all.filter(filterTest(filter, world.catalogue.organisations))).toEqual(expected);
      },
    ),
  );
});

test('no journeys means all of them', () => {
  const [instance] = fc.sample(arbitraryWorld().map((world) => derive(world)).filter((all) => all.length > 0), 1)[0]!;
  expect(filterTest({ journeys: [], from: '2000-01-01', to: '2100-01-01' }, [])(instance!)).toBe(true);
});
