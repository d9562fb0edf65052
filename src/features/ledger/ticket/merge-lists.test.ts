import { expect, test } from 'vitest';
import { mergeField, same } from './merge-lists';

const one = { id: 'm1', title: '甲', state: 'planned' };
const two = { id: 'm2', title: '乙', state: 'planned' };
const three = { id: 'm3', title: '丙', state: 'planned' };

test('the order of an object’s fields means nothing, and absent is null', () => {
  expect(same({ id: 'm1', title: '甲' }, { title: '甲', id: 'm1' })).toBe(true);
  expect(same(undefined, null)).toBe(true);
  expect(same(['a', 'b'], ['b', 'a'])).toBe(false);
});

test('measures that two people add at once both stay', () => {
  expect(mergeField('measures', [one], [one, two], [one, three], 'mine')).toEqual({ value: [one, three, two], clashes: false });
});

test('one ticks a measure off while another removes a second', () => {
  const done = { ...one, state: 'done' };
  expect(mergeField('measures', [one, two], [done, two], [one], 'mine')).toEqual({ value: [done], clashes: false });
});

test('the same measure changed twice is a clash, in which the rest stays either way', () => {
  const mine = { ...one, title: '我的' };
  const theirs = { ...one, title: '他的' };
  expect(mergeField('measures', [one], [mine, two], [theirs, three], 'mine')).toEqual({ value: [mine, three, two], clashes: true });
  expect(mergeField('measures', [one], [mine, two], [theirs, three], 'theirs')).toEqual({ value: [theirs, three, two], clashes: true });
});

test('a measure changed here and removed there is a clash', () => {
  const mine = { ...one, state: 'done' };
  expect(mergeField('measures', [one, two], [mine, two], [two], 'mine')).toEqual({ value: [two, mine], clashes: true });
  expect(mergeField('measures', [one, two], [mine, two], [two], 'theirs')).toEqual({ value: [two], clashes: true });
});

test('effective dates go touchpoint by touchpoint, watchers person by person', () => {
  const [app, web] = [{ touchpoint: 'app', day: '2026-06-01' }, { touchpoint: 'web', day: '2026-06-02' }];
  expect(mergeField('effective', [], [app], [web], 'mine')).toEqual({ value: [web, app], clashes: false });
  expect(mergeField('watchers', ['lin'], ['lin', 'li'], [], 'mine')).toEqual({ value: ['li'], clashes: false });
});

test('a text is one thing', () => {
  expect(mergeField('title', '旧', '我的', '他的', 'mine')).toEqual({ value: '我的', clashes: true });
  expect(mergeField('title', '旧', '我的', '旧', 'mine')).toEqual({ value: '我的', clashes: false });
  expect(mergeField('title', '旧', '旧', '他的', 'mine')).toEqual({ value: '他的', clashes: false });
});
