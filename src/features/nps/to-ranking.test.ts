import { expect, test } from 'vitest';
import { answer, change, series } from './sample-nps.suite';
import { comparatorOf } from './series';
import { rank, spanOf } from './to-ranking';

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const all = [series('a', [20], [change('yearStart', 18, 20)]), series('b', [undefined]), series('c', [40], [change('yearStart', 41, 40)])];

test('the ranking goes from the highest to the lowest, those without a point last', () => {
  expect(ids(rank(all, undefined, 'yearStart'))).toEqual(['c', 'a', 'b']);
});

test('by change, what rose most comes first and what has no change last', () => {
  expect(ids(rank(all, 'change', 'yearStart'))).toEqual(['a', 'c', 'b']);
  expect(ids(rank(all, 'catalogue', 'yearStart'))).toEqual(['a', 'b', 'c']);
});

test('small charts span the same number of points, in fives', () => {
  expect(spanOf([series('a', [20, 23]), series('b', [40, 41])])).toBe(5);
  expect(spanOf([series('a', [20, 29]), series('b', [40, 41])])).toBe(5);
  expect(spanOf([series('a', [20, 29])])).toBe(15);
  expect(spanOf([])).toBe(5);
});

test('in a January, which is its own year’s start, all are compared with the year before', () => {
  const of = (...changes: ReturnType<typeof change>[]) => answer([], { all: series('all', [30], changes) });
  expect(comparatorOf(of(change('yearStart', 29, 30)), 'yearStart')).toBe('yearStart');
  expect(comparatorOf(of(change('lastYear', 29, 30)), 'yearStart')).toBe('lastYear');
  expect(comparatorOf(of(change('yearStart', 29, 30)), 'custom')).toBe('yearStart');
});
