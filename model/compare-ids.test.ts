import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareIds } from './compare-ids';

test('a character beyond U+FFFF sorts after U+E000 to U+FFFF', () => {
  expect(['😀', '～', '\ue000', '\ud7ff', 'a', ''].toSorted(compareIds)).toEqual(['', 'a', '\ud7ff', '\ue000', '～', '😀']);
});

test('a prefix sorts first', () => {
  expect(compareIds('ab', 'abc')).toBeLessThan(0);
  expect(compareIds('abc', 'abc')).toBe(0);
});

test('the order is that of the UTF-8 bytes', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareIds(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});
