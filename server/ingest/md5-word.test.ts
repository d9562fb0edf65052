import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { md5Word } from './md5-word';

test('the first word of MD5 is that of every other MD5', () => {
  const known = (text: string) => createHash('md5').update(text, 'utf8').digest().readUInt32LE(0);
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => void expect(md5Word(text)).toBe(known(text))));
  for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 128, 10_000]) expect(md5Word('x'.repeat(length))).toBe(known('x'.repeat(length)));
});
