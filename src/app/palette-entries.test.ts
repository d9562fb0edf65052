import { expect, test } from 'vitest';
import { findEntries, type PaletteEntry } from './palette-entries';

const entry = (label: string, keywords = ''): PaletteEntry => ({ id: label, group: '', label, keywords, run: () => undefined });
const entries = [entry('我的保单'), entry('保单借款', 'Policy loan'), entry('保单借款 · APP', 'Policy loan App')];
const found = (typed: string) => findEntries(entries, typed).map(({ label }) => label);

test('every word must be there, in either language, whatever the case', () => {
  expect(found('app LOAN')).toEqual(['保单借款 · APP']);
  expect(found('nothing')).toEqual([]);
});

test('what begins with the first word stands first, otherwise the order stays', () => {
  expect(found('保单')).toEqual(['保单借款', '保单借款 · APP', '我的保单']);
  expect(found('')).toEqual(['我的保单', '保单借款', '保单借款 · APP']);
});
