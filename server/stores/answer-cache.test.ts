import { expect, test } from 'vitest';
import { AnswerCache } from './answer-cache';

test('the same question at the same revision is asked once, also by several at a time', async () => {
  const cache = new AnswerCache();
  let asked = 0;
  const ask = async () => ++asked;
  expect(await Promise.all([cache.get('1', 'map', ask), cache.get('1', 'map', ask)])).toEqual([1, 1]);
  expect(await cache.get('1', 'map', ask)).toBe(1);
  expect(await cache.get('1', 'list', ask)).toBe(2);
  expect(await cache.get('2', 'map', ask)).toBe(3);
});

test('a question that failed is asked again', async () => {
  const cache = new AnswerCache();
  await expect(cache.get('1', 'map', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await cache.get('1', 'map', async () => 'whole')).toBe('whole');
});
