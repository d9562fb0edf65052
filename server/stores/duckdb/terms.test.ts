import { expect, test } from 'vitest';
import { Terms } from './terms';

test('terms get codes in the order they come, and the new ones are pending until they are committed', () => {
  const terms = new Terms(['app', 'loan']);
  expect(terms.code('loan')).toBe(1);
  expect(terms.known('quote')).toBeUndefined();
  expect(terms.code('quote')).toBe(2);
  expect(terms.pending()).toEqual([[2, 'quote']]);
  terms.commit();
  expect(terms.pending()).toEqual([]);
  expect(terms.text(2)).toBe('quote');
});

test('terms of a write that failed are forgotten, and their codes are free again', () => {
  const terms = new Terms(['app']);
  terms.code('lost');
  terms.rollback();
  expect(terms.known('lost')).toBeUndefined();
  expect(() => terms.text(1)).toThrow('not stored');
  expect(terms.code('other')).toBe(1);
});
