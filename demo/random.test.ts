import { expect, test } from 'vitest';
import { hash, Random } from './random';
import { Weighted } from './weighted';

const draw = (random: Random, times: number) => Array.from({ length: times }, () => random.next());

test('the same keys give the same numbers, other keys give others', () => {
  const numbers = draw(new Random(hash('a'), 1, 2), 5);
  expect(draw(new Random(hash('a'), 1, 2), 5)).toEqual(numbers);
  for (const other of [new Random(hash('b'), 1, 2), new Random(hash('a'), 2, 2), new Random(hash('a'), 1, 3)]) {
    expect(draw(other, 5)).not.toEqual(numbers);
  }
});

test('neighbouring keys give unrelated first numbers, evenly spread over [0, 1)', () => {
  const first = Array.from({ length: 10_000 }, (_, key) => new Random(7, key).next());
  expect(Math.min(...first)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...first)).toBeLessThan(1);
  const tenths = Array.from({ length: 10 }, (_, tenth) => first.filter((one) => Math.floor(one * 10) === tenth).length);
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('things are chosen in proportion to their weight, and never with weight 0', () => {
  const choices = new Weighted([['rare', 1], ['never', 0], ['often', 3]] as const);
  const random = new Random(1);
  const picked = Array.from({ length: 4000 }, () => choices.pick(random));
  expect(picked.filter((one) => one === 'often').length).toBeGreaterThan(2850);
  expect(picked.filter((one) => one === 'often').length).toBeLessThan(3150);
  expect(picked).not.toContain('never');
});

test('choosing among nothing throws', () => {
  expect(() => new Weighted([]).pick(new Random(1))).toThrow('nothing to choose among');
});
