import { expect, test } from 'vitest';
import { likelyDuplicates } from './likely-duplicates';

const of = (...names: (string | [id: string, zh: string, en?: string])[]) =>
  names.map((one) => (typeof one === 'string' ? { id: one, name: { zh: one } } : { id: one[0], name: { zh: one[1], ...(one[2] !== undefined && { en: one[2] }) } }));
const told = (...names: Parameters<typeof of>) => likelyDuplicates(of(...names)).map(({ keep, other, differ }) => [keep.id, other.id, ...differ]);

test('names that differ by width, case, spaces or marks alone are probably one, and it is said by which', () => {
  expect(told('app', 'APP', 'hall')).toEqual([['app', 'APP', 'case']]);
  expect(told('空中客服', '空中 客服', 'ＡＰＰ', 'APP')).toEqual([
    ['空中客服', '空中 客服', 'spaces'],
    ['ＡＰＰ', 'APP', 'width'],
  ]);
  expect(told('face-check', 'Face Check')).toEqual([['face-check', 'Face Check', 'case', 'spaces']]);
});

test('a name that another has for its id, or in the other language, is one too', () => {
  expect(told(['video', '空中客服', 'Video agent'], 'video agent', '空中客服')).toEqual([
    ['video', 'video agent', 'case'],
    ['video', '空中客服'],
  ]);
});

test('other names are other things, and marks alone are no name', () => {
  expect(told('app', 'apps', '-', '—', '微信')).toEqual([]);
});
