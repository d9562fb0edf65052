import { expect, test } from 'vitest';
import { voiceSearch } from './search';
import { commentsAsked, isNarrowed, themesAsked, withoutFilter, worthSaving } from './url';

test('without days it asks for the last 30, and an absolute range goes before a relative one', () => {
  expect(themesAsked(voiceSearch({}))).toEqual({ days: '30' });
  expect(themesAsked(Object.assign(voiceSearch({ journey: ['loan'] }), { from_chat: '1' }))).toEqual({ days: '30', journey: ['loan'] });
  expect(themesAsked(voiceSearch({ period: '90d', q: '人脸' }))).toEqual({ days: '90', q: '人脸' });
  expect(themesAsked(voiceSearch({ period: '30d', from: '2026-05-01', to: '2026-05-31' }))).toEqual({ from: '2026-05-01', to: '2026-05-31' });
  expect(themesAsked(voiceSearch({ from: '2026-05-31', to: '2026-05-01' }))).toEqual({ days: '30' });
});

test('themes are asked for without the one in front, comments with it', () => {
  const search = voiceSearch({ theme: 'wait', sort: 'score', sheet: 'dictionary', kind: 'limit' });
  expect(themesAsked(search)).toEqual({ days: '30', kind: 'limit' });
  expect(commentsAsked(search)).toEqual({ days: '30', kind: 'limit', theme: 'wait', sort: 'score' });
});

test('what is not understood is left out', () => {
  expect(voiceSearch({ band: 'fans', journey: 'loan', sort: 'loud', theme: 'No Such' })).toEqual({ journey: ['loan'] });
});

test('what others put into the address narrows nothing', () => {
  expect(isNarrowed(Object.assign(voiceSearch({ theme: 'wait' }), { api: 'mock' }))).toBe(false);
});

test('clearing keeps the days and the theme', () => {
  const search = voiceSearch({ period: '30d', theme: 'wait', q: '慢', kind: 'any' });
  expect([isNarrowed(search), isNarrowed(withoutFilter(search))]).toEqual([true, false]);
  expect(withoutFilter(search)).toMatchObject({ period: '30d', theme: 'wait' });
});

test('a saved view keeps theme, search and order, and no open sheet', () => {
  expect(worthSaving(voiceSearch({ theme: 'wait', q: '慢', sort: 'score', sheet: 'dictionary' }))).toEqual({ theme: 'wait', q: '慢', sort: 'score', sheet: undefined });
});
