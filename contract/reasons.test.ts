import { expect, test } from 'vitest';
import { reasonIn, REASONS, tellReason } from './reasons';

const params = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].toSorted();
// A reason inside a reason would be in the wrong language.
const mirrored = Object.entries(REASONS).filter(([code]) => code !== 'no-good-rows');

test.each(mirrored)('%s quotes the same in both languages', (_, { en, zh }) => expect(params(zh)).toEqual(params(en)));

test('a reason is told in the language of who reads it, in English where its code is not known', () => {
  const told = tellReason('unknown-step', { value: 'dance' });
  expect(told.reason).toBe('the journey has no step "dance"');
  expect(reasonIn('zh', told)).toBe('旅程里没有步骤“dance”');
  expect(reasonIn('zh', { reason: 'from a newer server', code: 'newer' })).toBe('from a newer server');
  expect(reasonIn('zh', { reason: 'no code', params: {} })).toBe('no code');
});
