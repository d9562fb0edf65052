import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from './search-params';

test('values stay strings, also those that look like numbers, and repeated names are arrays', () => {
  expect(parseSearch('?organisation=310000&journey=loan&journey=claim&period=30d')).toEqual({ organisation: '310000', journey: ['loan', 'claim'], period: '30d' });
});

test('what was written is read back', () => {
  const search = { node: 'a%7Eb~试算', edge: 'flow:a~x:b~y', journey: ['loan', 'claim'], segment: '60+ & more' };
  expect(parseSearch(stringifySearch(search))).toEqual(search);
});

test('the address stays readable and leaves out what is absent', () => {
  expect(stringifySearch({ node: 'loan~app', segment: undefined })).toBe('?node=loan~app');
  expect(stringifySearch({})).toBe('');
});
